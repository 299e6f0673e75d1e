import { isSettingKey, rowOf, settingKeys, type SettingKey } from './table/table.ts';

/** The path of the settings file; no setting itself, since it cannot stand in the file. */
export const SETTINGS_VARIABLE = 'OS2BRIDGE_SETTINGS';

/** The environment variable of a setting: upper case, dots to underscores. */
export const environmentName = (key: string): string => key.toUpperCase().replaceAll('.', '_');

/** The environment variable with the path of a file that holds the secret, as Docker hands out secrets. Null for what is no secret. */
export const fileVariableOf = (key: SettingKey): string | null =>
  rowOf(key).confidential === undefined ? null : `${environmentName(key)}_FILE`;

/** Upstream turned dots into underscores in its own keys, so both spellings are in use: one form for both. Other programs' keys stay as they are. */
const oneForm = (key: string): string => (/^os2sync[._]/.test(key) ? key.replaceAll('.', '_') : key);

const byForm = new Map(settingKeys.map((key) => [oneForm(key), key]));

/** The setting that a key of settings.json means (`os2sync.a.b` and `os2sync_a_b` are the same), or null. */
export const settingNamed = (written: string): SettingKey | null =>
  isSettingKey(written) ? written : (byForm.get(oneForm(written)) ?? null);

/** Every environment variable that means something here. */
export const variables: ReadonlySet<string> = new Set([
  SETTINGS_VARIABLE,
  ...settingKeys.flatMap((key) => [environmentName(key), fileVariableOf(key)]).filter((name) => name !== null),
]);
