import type { RunRecord } from '@os2bridge/jobs';
import { BridgeError } from '@os2bridge/model';
import { CommanderError } from 'commander';

/** What the command line ends with; the numbers are part of its interface (design §5). 130 is the shells' own for Ctrl-C. */
export const EXIT = { done: 0, failures: 1, usage: 2, connection: 3, approval: 4, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Codes of errors that come from what was typed or set, not from the world outside. */
const USAGE = new Set(['settings', 'usage', 'unknown-run']);

/** Codes of the connections: `redis-…`, `mo-…` and `os2sync-…` (that we may not log in counts as well: nothing gets through). */
const CONNECTION = /^(redis|mo|os2sync)-/;

/** The exit code of a stable error code. */
export const exitCodeOfCode = (code: string | null): ExitCode => {
  if (code === null) return EXIT.failures;
  if (USAGE.has(code)) return EXIT.usage;
  return CONNECTION.test(code) ? EXIT.connection : EXIT.failures;
};

/** The exit code of what a command threw. */
export const exitCodeOfError = (error: unknown): ExitCode => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  return exitCodeOfCode(error instanceof BridgeError ? error.code : null);
};

/** The exit code of a run as it stands: one that still goes on counts as done, for whoever does not wait. */
export const exitCodeOfRun = ({ state, code }: Pick<RunRecord, 'state' | 'code'>): ExitCode => {
  if (state === 'partial') return EXIT.failures;
  if (state === 'awaiting-approval') return EXIT.approval;
  return state === 'failed' ? exitCodeOfCode(code) : EXIT.done;
};
