import { z } from 'zod';
import { type Row, rows } from './about.ts';
import { common } from './common.ts';
import { mora } from './mora.ts';
import { os2bridge } from './os2bridge.ts';
import { os2syncUnits } from './os2sync-units.ts';
import { os2syncUsers } from './os2sync-users.ts';
import { os2sync } from './os2sync.ts';
import { redis } from './redis.ts';

/** Every setting, checked together: the single source of validation, docs/settings.md and settings.example.json. */
export const settingsTable = z.object({ ...common, ...mora, ...os2sync, ...os2syncUnits, ...os2syncUsers, ...os2bridge, ...redis });

/** The name of a setting, as the table has it. */
export type SettingKey = keyof typeof settingsTable.shape;

/** The checked values, by key. */
export type SettingValues = z.output<typeof settingsTable>;

/** Whether `key` is a setting under exactly this name. */
export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingsTable.shape, key);

/** Every key, in the order of the table. */
export const settingKeys: readonly SettingKey[] = Object.keys(settingsTable.shape).filter(isSettingKey);

/** What the table says about a setting. Throws when a row was written without `required`, `optional` or `withDefault`. */
export const rowOf = (key: SettingKey): Row => {
  const row = rows.get(settingsTable.shape[key]);
  if (row === undefined) throw new Error(`${key} has no row in the table of settings`);
  return row;
};
