import { contradictions } from './contradictions.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { Settings } from './settings.ts';
import { SettingsError, type SettingsMistake } from './settings-error.ts';
import { showProblem } from './show-problem.ts';
import { collectSettings } from './source/collect-settings.ts';
import type { SettingsFileOptions } from './source/read-settings-file.ts';
import type { Written } from './source/written.ts';
import { isSettingKey, rowOf, type SettingKey, settingsTable } from './table/table.ts';
import { toSettings } from './to-settings.ts';

/**
 * The settings of one municipality from settings.json (`path`, else OS2BRIDGE_SETTINGS, else ./settings.json if it is there) and the environment,
 * which wins key by key. Throws a SettingsError with one line for every mistake there is; never with the value of a secret.
 */
export const loadSettings = (options: SettingsFileOptions): Settings => {
  const { written, mistakes, unreadable } = collectSettings(options);
  const parsed = settingsTable.safeParse(Object.fromEntries([...written].map(([key, { value }]) => [key, value])));
  const issues = (parsed.error?.issues ?? []).filter(({ path }) => ![...unreadable].some((key) => key === path[0]));
  const all = [...mistakes, ...issues.map((issue) => toMistake(issue, written)), ...contradictions(written)];
  if (!parsed.success || all.length > 0) throw new SettingsError(all);
  return deepFreeze(toSettings(parsed.data));
};

const toMistake = (issue: Parameters<typeof showProblem>[0], written: ReadonlyMap<SettingKey, Written>): SettingsMistake => {
  const key = String(issue.path[0]);
  if (!isSettingKey(key)) return { key, problem: issue.message };
  const found = written.get(key);
  return { key: found?.as ?? key, problem: showProblem(issue, found?.value, rowOf(key).confidential) };
};
