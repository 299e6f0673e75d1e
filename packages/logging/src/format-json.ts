import type { Entry } from './entry.ts';

const OWN = new Set(['time', 'level', 'message']);

/** The entry as one JSON object on one line, for machines. A scope or field called like one of the line's own keys gets a `_` behind. */
export const formatJson = ({ time, level, message, scope, fields }: Entry): string => {
  const more = Object.entries({ ...scope, ...fields }).map(([key, value]) => [OWN.has(key) ? `${key}_` : key, value]);
  return JSON.stringify({ time: time.toISOString(), level, message, ...Object.fromEntries(more) });
};
