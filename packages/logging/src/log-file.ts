import { BridgeError } from '@os2bridge/model';
import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface LogFileOptions {
  readonly path: string;
  /** Bytes after which the file is put aside and begun afresh. */
  readonly maxBytes: number;
  /** How many of those put aside are kept. */
  readonly keep: number;
}

/** Where lines are appended. */
export interface LogFile {
  /** Appends; a disk that is full makes it throw. */
  append(lines: string): void;
}

/**
 * Opens a log file that starts afresh by size; what is put aside is called `<name>.<time>-<pid>`. Scheduler and workers may share one: every line is a
 * write of its own to whatever is at the path, so nobody holds on to a file that another has put aside, and a killed process loses nothing.
 * (winston's own file transport, 3.19: 783 of 5,000 lines written in one go were lost at close, and sometimes it threw "write after end".)
 * Throws `log-file` when the path cannot be written.
 */
export const openLogFile = ({ path, maxBytes, keep }: LogFileOptions): LogFile => {
  try {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, '');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    throw new BridgeError(
      'log-file',
      `os2sync.log_file: cannot write to ${path} (${code}); expected the path of a file this user may write`,
      { fate: 'pause', cause },
    );
  }
  return {
    append: (lines) => {
      putAside(path, maxBytes, keep);
      appendFileSync(path, lines);
    },
  };
};

const putAside = (path: string, maxBytes: number, keep: number): void => {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < maxBytes) return;
  try {
    // The pid in the name: two processes at the same moment put two files aside instead of one over the other.
    renameSync(path, `${path}.${new Date().toISOString().replaceAll(/[-:.]/g, '')}-${process.pid}`);
    for (const old of asideOf(path).slice(0, -keep)) rmSync(old, { force: true });
  } catch {
    // Another process was quicker, or the folder is closed to us: the line matters more than the size.
  }
};

/** Oldest first: the time stands first in the name. */
const asideOf = (path: string): string[] => {
  const [folder, name] = [dirname(path), basename(path)];
  const aside = readdirSync(folder).filter(
    (other) => other.startsWith(`${name}.`) && /^\d{8}T\d{9}Z-\d+$/.test(other.slice(name.length + 1)),
  );
  return aside.toSorted().map((other) => join(folder, other));
};
