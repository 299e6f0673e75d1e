import { distance } from 'fastest-levenshtein';
import { variables } from './names.ts';
import { nearest } from './nearest.ts';
import type { SettingsMistake } from './settings-error.ts';
import { settingKeys } from './table/table.ts';

/** Areas of the file that we share with OS2MO's other programs: only what looks like a key of ours is a mistake there. */
const SHARED = /^(mora|crontab|municipality)\./i;
/** Areas that are ours alone: whatever stands there and is not known is a mistake. */
const OURS = /^(os2sync[._]|os2bridge[._]|redis\.)/i;
/** So many letters off still "looks like". `municipality.code` is 3 off `municipality.cvr` and another program's; `mox.base` (2 off) is in no area of these. */
const LOOKS_LIKE = 2;

/** What is wrong with a key of settings.json that is no setting; null when it belongs to another program. */
export const unknownKey = (key: string): SettingsMistake | null => {
  if (/^(os2sync|os2bridge|redis)$/i.test(key)) {
    const example = settingKeys.find((known) => known.startsWith(key.toLowerCase()));
    return { key, problem: `is not a setting; write each key in full, like "${example}"` };
  }
  const best = nearest(key, settingKeys);
  const close = distance(key.toLowerCase(), best.toLowerCase()) <= LOOKS_LIKE;
  const refused = OURS.test(key) || misspeltArea(key) || (SHARED.test(key) && close);
  return refused ? { key, problem: `is not a setting; did you mean ${best}?` } : null;
};

/** `os2synk.autowash`. "redis" is too short and too common a word to guess at. */
const misspeltArea = (key: string): boolean => {
  const area = key.split(/[._]/, 1)[0] ?? '';
  return ['os2sync', 'os2bridge'].some((ours) => distance(area.toLowerCase(), ours) <= LOOKS_LIKE);
};

// Kubernetes tells every container about the services beside it, also about one that is called os2sync:
// OS2SYNC_SERVICE_HOST, OS2SYNC_SERVICE_PORT_HTTP, OS2SYNC_PORT, OS2SYNC_PORT_8081_TCP_ADDR.
const SERVICE_LINK = /_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$/;

/** What is wrong with an environment variable that is no setting; null when it is not one of ours. */
export const unknownVariable = (name: string): SettingsMistake | null => {
  if (variables.has(name) || !/^(OS2SYNC|OS2BRIDGE)_/.test(name) || SERVICE_LINK.test(name)) return null;
  return { key: name, problem: `is not a setting; did you mean ${nearest(name, [...variables])}?` };
};
