import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder';
  return error instanceof Error ? error.message : String(error);
};

/** The content of a JSON file. Throws UsageError with the path when it cannot be read or is not JSON. */
export const readJsonFile = (path: string): unknown => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path}: cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path}: is not JSON: ${reasonOf(error)}.`, { cause: error });
  }
};
