import { isDeepStrictEqual } from 'node:util';
import { settingNamed } from '../names.ts';
import type { SettingsMistake } from '../settings-error.ts';
import { rowOf, type SettingKey } from '../table/table.ts';
import { unknownKey } from '../unknown-keys.ts';
import type { SettingsFile } from './read-settings-file.ts';
import type { Written, WrittenSettings } from './written.ts';

/** Our settings in the file. Keys of other programs are passed over; null and (mostly) the empty text mean "not set". */
export const collectFile = ({ values, repeated }: SettingsFile): WrittenSettings => {
  const written = new Map<SettingKey, Written>();
  const unreadable = new Set<SettingKey>();
  const mistakes: SettingsMistake[] = [];
  for (const [as, value] of Object.entries(values)) {
    const key = settingNamed(as);
    const lines = repeated.get(as);
    if (key === null) mistakes.push(...[unknownKey(as)].filter((mistake) => mistake !== null));
    else if (lines !== undefined) {
      mistakes.push({ key: as, problem: `stands in the file more than once (lines ${lines.join(', ')}); leave one` });
      unreadable.add(key);
    } else if (isSet(key, value)) {
      const other = written.get(key);
      if (other !== undefined && !isDeepStrictEqual(other.value, value)) {
        mistakes.push({ key: as, problem: `says something else than ${other.as}, which is the same setting; leave one` });
      }
      written.set(key, other ?? { as, value, origin: 'file' });
    }
  }
  return { written, mistakes, unreadable };
};

/** Whether a value counts as given. */
export const isSet = (key: SettingKey, value: unknown): boolean =>
  value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '' && rowOf(key).emptyIsValue !== true);
