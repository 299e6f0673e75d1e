import { CommanderError } from 'commander';
import { createProgram, type Output } from './program.ts';
import { UsageError } from './usage-error.ts';

/**
 * `npm run simulator -- …`; returns the exit code when the simulator has ended: 0 on request, 2 wrong use (as everywhere in os2bridge).
 * Throws what nobody foresaw.
 */
export const runCli = async (args: readonly string[], output: Output): Promise<number> => {
  try {
    await createProgram(output).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    output.err(`${error.message}\n`);
    return 2;
  }
};
