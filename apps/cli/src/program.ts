import { Command } from 'commander';
import { registerApprove } from './commands/approve.ts';
import { registerCheck } from './commands/check.ts';
import { registerExplain } from './commands/explain.ts';
import { registerPlan } from './commands/plan.ts';
import { registerRetry } from './commands/retry.ts';
import { registerRuns } from './commands/runs.ts';
import { registerSettings } from './commands/settings.ts';
import { registerStatus } from './commands/status.ts';
import { registerSync } from './commands/sync.ts';
import type { Act } from './command.ts';
import type { Surroundings } from './session.ts';

const AFTERWORD = `
Start with:
  $ os2bridge check                what is set, what is there, what is missing
  $ os2bridge plan                 what a sync would change, without changing anything
  $ os2bridge sync --all --wait    bring OS2sync in line with OS2MO and watch it happen

Exit codes:
  0  done                          3  a connection is down
  1  finished with failures        4  waits for an approval
  2  usage or settings             130  stopped with Ctrl-C

Set OS2BRIDGE_DEBUG=1 to see where an error comes from. Names, CPR numbers and addresses are never printed.`;

/** The whole command line as commander sees it: commands in groups, global options, help. Errors of usage are thrown, not printed and exited. */
export const createProgram = (act: Act, { stdout, stderr }: Pick<Surroundings, 'stdout' | 'stderr'>, version: string): Command => {
  const program = new Command('os2bridge')
    .description('Keeps OS2sync (FK Organisation) in line with OS2MO: checks, plans, starts and watches the synchronisation.')
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => (title === 'Global Options:' ? 'Options of every command:' : title) })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'os2bridge: ')),
    })
    .showHelpAfterError('(`os2bridge --help` lists the commands, `os2bridge COMMAND --help` their options)')
    .exitOverride()
    .option('--settings <file>', 'the settings file (default: OS2BRIDGE_SETTINGS, else settings.json)')
    .option('--json', 'answer with one JSON document on stdout')
    .option('--no-color', 'without colours (also: NO_COLOR=1)')
    .version(version, '-V, --version', 'the version')
    .helpOption('-h, --help', 'this help')
    .helpCommand(false)
    .addHelpText('after', AFTERWORD);
  const all = [
    registerCheck,
    registerSettings,
    registerPlan,
    registerExplain,
    registerSync,
    registerApprove,
    registerRetry,
    registerStatus,
    registerRuns,
  ];
  for (const register of all) register(program, act);
  return program;
};
