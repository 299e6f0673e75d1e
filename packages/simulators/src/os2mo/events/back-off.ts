import type { PendingEvent } from './event-records.ts';

const SECOND_MS = 1000;
/** A fetched event is invisible for three minutes at least and 17 hours at most, doubling with every fetch (facts/os2mo.md §5.1). */
const LEAST_MS = 180 * SECOND_MS;
const MOST_MS = 17 * 3600 * SECOND_MS;

export const isVisible = ({ lastTried, fetchedCount }: PendingEvent, now: number): boolean =>
  lastTried === null || now - lastTried >= Math.max(LEAST_MS, Math.min(2 ** fetchedCount * SECOND_MS, MOST_MS));

/** What is handed out first: not silenced, lowest number, least often fetched. Deliberately no promise about age. */
export const byUrgency = (a: PendingEvent, b: PendingEvent): number =>
  Number(a.silenced) - Number(b.silenced) || a.priority - b.priority || a.fetchedCount - b.fetchedCount;
