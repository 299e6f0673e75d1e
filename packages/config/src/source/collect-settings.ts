import type { SettingsMistake } from '../settings-error.ts';
import { collectEnvironment } from './collect-environment.ts';
import { collectFile } from './collect-file.ts';
import { readSettingsFile, type SettingsFileOptions } from './read-settings-file.ts';
import type { WrittenSettings } from './written.ts';

/**
 * What file and environment say, the environment winning key by key. `os2sync_user_key_it_system_name` in the environment also wins over the list
 * form in the file, and the other way round: they are one setting. Throws a SettingsError when the file cannot be read at all.
 */
export const collectSettings = (options: SettingsFileOptions): WrittenSettings => {
  const file = readSettingsFile(options);
  const fromFile: WrittenSettings = file === null ? { written: new Map(), mistakes: [], unreadable: new Set() } : collectFile(file);
  const fromEnvironment = collectEnvironment(options.env);
  const written = new Map([...fromFile.written, ...fromEnvironment.written]);
  for (const [key, other] of [
    [ONE, LIST],
    [LIST, ONE],
  ] as const) {
    if (fromEnvironment.written.has(key) && !fromEnvironment.written.has(other)) written.delete(other);
  }
  const mistakes: SettingsMistake[] = [...fromFile.mistakes, ...fromEnvironment.mistakes];
  return { written, mistakes, unreadable: new Set([...fromFile.unreadable, ...fromEnvironment.unreadable]) };
};

const ONE = 'os2sync_user_key_it_system_name';
const LIST = 'os2sync.user_key_it_system_names';
