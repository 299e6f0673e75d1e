import { showValue } from './show-value.ts';
import { collectSettings } from './source/collect-settings.ts';
import type { SettingsFileOptions } from './source/read-settings-file.ts';
import { rowOf, settingKeys, type SettingKey } from './table/table.ts';

/** One setting as it stands, for people. */
export interface SettingDescription {
  readonly key: SettingKey;
  /** The value as written; of a secret only "set" or "not set", of an address never the password. */
  readonly value: string;
  readonly origin: 'file' | 'environment' | 'default';
}

/**
 * Every setting with its value and where that comes from, checked or not: takes what `loadSettings` takes. Throws a SettingsError only when
 * the file cannot be read at all.
 */
export const describeSettings = (options: SettingsFileOptions): SettingDescription[] => {
  const { written } = collectSettings(options);
  return settingKeys.map((key) => {
    const row = rowOf(key);
    const found = written.get(key);
    const value = found === undefined ? row.default : found.value;
    const secret = row.confidential === 'secret' && value !== undefined;
    return {
      key,
      value: value === undefined ? 'not set' : secret ? 'set' : showValue(value, row.confidential),
      origin: found?.origin ?? 'default',
    };
  });
};
