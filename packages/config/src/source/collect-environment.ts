import { readFileSync } from 'node:fs';
import { environmentName, fileVariableOf } from '../names.ts';
import type { SettingsMistake } from '../settings-error.ts';
import { rowOf, settingKeys, type SettingKey } from '../table/table.ts';
import { unknownVariable } from '../unknown-keys.ts';
import { isSet } from './collect-file.ts';
import { errorCode } from './error-code.ts';
import type { Written, WrittenSettings } from './written.ts';

/** Our settings in the environment: `<NAME>`, for secrets also `<NAME>_FILE` with the path of a file that holds it. Reads those files. */
export const collectEnvironment = (env: NodeJS.ProcessEnv): WrittenSettings => {
  const written = new Map<SettingKey, Written>();
  const unreadable = new Set<SettingKey>();
  const mistakes = Object.keys(env)
    .map(unknownVariable)
    .filter((mistake) => mistake !== null);
  for (const key of settingKeys) {
    const name = environmentName(key);
    const fileName = fileVariableOf(key);
    const value = env[name];
    const path = fileName === null ? undefined : env[fileName]?.trim();
    const given = isSet(key, value);
    if (fileName !== null && path) {
      const content = readSecret(fileName, path);
      if (given) mistakes.push({ key: fileName, problem: `is given together with ${name}; leave one` });
      else if (typeof content !== 'string') {
        mistakes.push(content);
        unreadable.add(key);
      } else written.set(key, { as: fileName, value: content, origin: 'environment' });
    } else if (given && value !== undefined) written.set(key, { as: name, value: read(key, value), origin: 'environment' });
  }
  return { written, mistakes, unreadable };
};

/** Lists and objects are JSON text; what is none stays text, so that the check says what it expects instead. */
const read = (key: SettingKey, text: string): unknown => {
  if (rowOf(key).json !== true) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const readSecret = (key: string, path: string): string | SettingsMistake => {
  try {
    const content = readFileSync(path, 'utf8').trim();
    return content === '' ? { key, problem: `names the file ${path}, which is empty` } : content;
  } catch (error) {
    return { key, problem: `names the file ${path}, which cannot be read (${errorCode(error)})` };
  }
};
