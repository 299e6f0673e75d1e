import type { KitosTime } from './kitos-time.ts';

/** −1, 0 or 1, for sorting. */
export const compareKitosTimes = (one: KitosTime, other: KitosTime): -1 | 0 | 1 => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/** The latest of them; null of none. The last row of a page need not have it. */
export const latestKitosTime = (times: Iterable<KitosTime>): KitosTime | null => {
  let latest: KitosTime | null = null;
  for (const time of times) if (latest === null || time > latest) latest = time;
  return latest;
};
