import type { SettingsMistake } from '../settings-error.ts';
import type { SettingKey } from '../table/table.ts';

/** A setting as somebody wrote it: under which name, where, and the value before it is checked. */
export interface Written {
  readonly as: string;
  readonly value: unknown;
  readonly origin: 'file' | 'environment';
}

/** Everything that is written, by setting; and what is wrong with the names already. */
export interface WrittenSettings {
  readonly written: ReadonlyMap<SettingKey, Written>;
  readonly mistakes: readonly SettingsMistake[];
  /** Given, but not readable: told in `mistakes`, so not also missing. */
  readonly unreadable: ReadonlySet<SettingKey>;
}
