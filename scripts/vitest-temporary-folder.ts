import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a whole test run one temporary folder and removes it at the end: a test process ended by a signal cannot tidy up itself. */
export const setup = (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'os2bridge-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};
