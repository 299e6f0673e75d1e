import { chmod, lstat, open, rename, rm } from 'node:fs/promises';
import type { PlanLine } from '@os2bridge/os2sync-pipeline';
import { usageError } from '../usage-error.ts';

/** A file of plan lines, one JSON object a line, written as they come. */
export interface PlanFile {
  write(lines: readonly PlanLine[]): Promise<void>;
  /** Gives the file its name: only a whole plan bears it. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/**
 * Opens `path` for a plan. It is written under another name beside it and renamed at the end, so that half a plan is never taken for a whole one;
 * a pipe or device is written to directly. Only the owner may read it: with payloads it holds personal data. Throws a usage error when it cannot be opened.
 */
export const openPlanFile = async (path: string): Promise<PlanFile> => {
  const existing = await lstat(path).catch(() => null);
  const direct = existing !== null && !existing.isFile();
  const name = direct ? path : `${path}.part`;
  if (!direct) await rm(name, { force: true });
  const file = await open(name, direct ? 'w' : 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw usageError(`${path} cannot be written: ${error.code ?? error.name}`);
  });
  // The process's umask may have taken bits away, never added any.
  if (!direct) await chmod(name, 0o600);
  return {
    // Each page waits for its write: memory does not grow with the plan.
    write: async (lines) => {
      if (lines.length > 0) await file.appendFile(lines.map((line) => `${JSON.stringify(toFileLine(line))}\n`).join(''));
    },
    finish: async () => {
      await file.close();
      if (!direct) await rename(name, path);
    },
    discard: async () => {
      await file.close();
      if (!direct) await rm(name, { force: true });
    },
  };
};

/** A line as design §5 gives it, with reports and the error's message where there are any. */
export const toFileLine = ({ kind, mo, fk, verdict, reasons, reports, message, payload }: PlanLine): object => ({
  kind,
  mo,
  fk,
  verdict,
  reasons,
  ...(reports.length > 0 ? { reports } : {}),
  ...(message === undefined ? {} : { message }),
  ...(payload === undefined ? {} : { payload }),
});
