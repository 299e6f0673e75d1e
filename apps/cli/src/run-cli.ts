import type { Act } from './command.ts';
import { EXIT, exitCodeOfError, type ExitCode } from './exit-code.ts';
import { createProgram } from './program.ts';
import { reportError } from './report-error.ts';
import { createSession, type GlobalOptions, type Surroundings } from './session.ts';

/** Runs the command line `args` (without node and script) and answers with its exit code; never throws. */
export const runCli = async (args: readonly string[], surroundings: Surroundings, version: string): Promise<ExitCode> => {
  let exitCode: ExitCode = EXIT.done;
  const act: Act = async (command, work) => {
    exitCode = await work(createSession(surroundings, command.optsWithGlobals<GlobalOptions & Record<string, unknown>>()));
  };
  const program = createProgram(act, surroundings, version);
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.usage;
    }
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander may have failed before it read the options, so the raw words decide how to say it.
    reportError(error, createSession(surroundings, { color: false, json: args.includes('--json') }));
    return exitCodeOfError(error);
  }
};
