import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Scenario, scenarioFileSchema } from './scenario.ts';

/** A scenario file that cannot be used: what is wrong, in which file. */
export class ScenarioFileError extends Error {
  override readonly name = 'ScenarioFileError';
}

const filesIn = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new ScenarioFileError(`${path}: no such file or folder`);
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(path, name));
};

const parseFile = (file: string, text: string): Scenario[] => {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new ScenarioFileError(`${file}: this is not JSON (${error instanceof Error ? error.message : String(error)})`, { cause: error });
  }
  const parsed = scenarioFileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new ScenarioFileError(`${file}: not in the scenario format\n${z.prettifyError(parsed.error)}`);
};

/**
 * The scenarios of files and folders (every `*.json` below a folder), in the order of the names.
 * Throws ScenarioFileError when one cannot be read or is not in the format: a scenario that is left out silently proves nothing.
 */
export const loadScenarios = async (paths: readonly string[]): Promise<Scenario[]> => {
  const files = (await Promise.all(paths.map(filesIn))).flat();
  const scenarios = await Promise.all(files.map(async (file) => parseFile(file, await readFile(file, 'utf8'))));
  return scenarios.flat();
};
