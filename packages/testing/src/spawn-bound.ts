import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { atExit } from './at-exit.ts';
import { isExecutable } from './is-executable.ts';

export type BoundProcess = ChildProcessByStdio<null, Readable, Readable>;

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

const setpriv = '/usr/bin/setpriv';

/**
 * Spawns a process that cannot outlive this one. A tidy end is not enough: vitest ends its workers with a signal, and then no
 * `exit` listener runs. Linux can promise more: with PR_SET_PDEATHSIG (`setpriv`, in util-linux since 2.33) the kernel kills the
 * child with us. Where there is no setpriv the `exit` listener has to do. The process id is the command's own in both cases.
 */
export const spawnBound = (
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): BoundProcess => {
  const [file, ...rest] = isExecutable(setpriv) ? [setpriv, '--pdeathsig', 'KILL', '--', command, ...args] : [command, ...args];
  const child = spawn(file, rest, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  atExit(() => child.kill('SIGKILL'));
  return child;
};

/** Settles when the process has ended and its output is read to the end; also when it could not be started (then code null). */
export const endOf = (child: BoundProcess): Promise<Ended> =>
  new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });

/** Sends the signal and, when the process is still there after `graceMs`, SIGKILL; returns when it has ended. */
export const endProcess = async (child: BoundProcess, ended: Promise<Ended>, signal: NodeJS.Signals, graceMs: number): Promise<Ended> => {
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  try {
    return await ended;
  } finally {
    clearTimeout(timer);
  }
};
