import { writeFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** Writes settings to a file. Throws UsageError when it cannot be written. */
export const writeSettings = (file: string, settings: Readonly<Record<string, unknown>>): void => {
  try {
    writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`);
  } catch (error) {
    throw new UsageError(`${file}: cannot be written: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
};
