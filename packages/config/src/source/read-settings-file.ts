import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SETTINGS_VARIABLE } from '../names.ts';
import { SettingsError } from '../settings-error.ts';
import { errorCode } from './error-code.ts';
import { placeInText } from './place-in-text.ts';
import { scanJson } from './scan-json.ts';

/** settings.json as it stands: values by key, and the lines on which a key stands that is there more than once. */
export interface SettingsFile {
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly repeated: ReadonlyMap<string, readonly number[]>;
}

export interface SettingsFileOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Wins over the environment's OS2BRIDGE_SETTINGS. */
  readonly path?: string;
  /** Where ./settings.json is looked for. Default: the process's folder. */
  readonly folder?: string;
}

/**
 * Reads the settings file: the one at `path`, else at OS2BRIDGE_SETTINGS, else ./settings.json if there is one, else none (null).
 * Throws a SettingsError with one line when it cannot be read or is no JSON object. The line never quotes the file, which holds secrets.
 */
export const readSettingsFile = ({ env, path, folder = process.cwd() }: SettingsFileOptions): SettingsFile | null => {
  const named = path ?? (env[SETTINGS_VARIABLE]?.trim() || undefined);
  const standard = join(folder, 'settings.json');
  const file = named ?? (existsSync(standard) ? standard : null);
  if (file === null) return null;
  const text = readText(file, path === undefined && named !== undefined);
  const scan = scanJson(text);
  if (!scan.ok) {
    const { line, column } = placeInText(text, scan.offset);
    throw refusal(
      file,
      `is no JSON: look at line ${line}, column ${column} (a comma, a quote or a bracket too many or too few, or a comment)`,
    );
  }
  const parsed = z.record(z.string(), z.unknown()).safeParse(JSON.parse(text));
  if (!parsed.success) throw refusal(file, 'holds JSON, but no object; expected {"municipality.cvr": …, …}');
  return { path: file, values: parsed.data, repeated: repeatedKeys(text, scan.keys) };
};

const readText = (file: string, fromVariable: boolean): string => {
  try {
    // Windows editors put a byte order mark in front, which JSON does not know.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = errorCode(error);
    const problem =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'is a folder, expected a file' : `cannot be read (${code})`;
    throw refusal(file, fromVariable ? `${problem} (named by ${SETTINGS_VARIABLE})` : problem);
  }
};

const refusal = (file: string, problem: string): SettingsError => new SettingsError([{ key: file, problem }]);

const repeatedKeys = (text: string, keys: readonly { key: string; offset: number }[]): Map<string, number[]> => {
  const places = Map.groupBy(keys, ({ key }) => key);
  const lines = (found: readonly { offset: number }[]): number[] => found.map(({ offset }) => placeInText(text, offset).line);
  return new Map([...places].filter(([, found]) => found.length > 1).map(([key, found]) => [key, lines(found)]));
};
