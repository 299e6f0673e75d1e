import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './at-exit.ts';

/** A new empty folder of your own; it goes when the process ends. Returns the absolute path. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'os2bridge-'));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
