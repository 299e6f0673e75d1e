import { copenhagenMidnight } from './copenhagen-midnight.ts';
import type { Dataset } from './dataset.ts';

const NOON_MS = 12 * 3_600_000;

/** The instant (epoch ms) a dataset wants to be read at (`meta.now`, else its reference time or date), or null = the real clock. */
export const datasetClock = ({ meta }: Pick<Dataset, 'meta'>): number | null => {
  const wanted = meta.now ?? meta.reference_time ?? meta.reference_date ?? null;
  if (wanted === null) return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(wanted) ? copenhagenMidnight(wanted) + NOON_MS : Date.parse(wanted);
};
