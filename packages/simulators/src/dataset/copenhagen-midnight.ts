import { copenhagenDate } from '@os2bridge/model';

const HOUR_MS = 3_600_000;
const cache = new Map<string, number>();

/**
 * The instant (epoch ms) at which that calendar date begins in Copenhagen. Denmark is one or two hours ahead of UTC, and the clock
 * never changes at midnight, so the later of the two candidates that shows the date's own first moment is right.
 */
export const copenhagenMidnight = (date: string): number => {
  const known = cache.get(date);
  if (known !== undefined) return known;
  const utc = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(utc)) throw new RangeError(`Not a date: ${date}`);
  const summer = utc - 2 * HOUR_MS;
  const instant = copenhagenDate(new Date(summer)) === date ? summer : utc - HOUR_MS;
  cache.set(date, instant);
  return instant;
};
