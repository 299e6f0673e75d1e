import { parseKitosTime, type KitosTime } from './kitos-time.ts';
import { kitosTimeOfTicks, ticksOf } from './kitos-ticks.ts';

const beginning = parseKitosTime('1970-01-01T00:00:00Z');
if (beginning === null) throw new Error('1970 is no time');

/** Before everything in Kitos; where Rollekatalog's own integration begins too, so the real Kitos is known to take it. */
export const KITOS_BEGINNING: KitosTime = beginning;

/**
 * `overlapMs` before a watermark, not before the beginning: from where the next read starts. Kitos stamps a change while its transaction is open
 * and shows it at commit, so a slow one surfaces with a time older than what was already read (facts/kitos.md §4).
 */
export const overlapping = (watermark: KitosTime, overlapMs: number): KitosTime => {
  const ticks = ticksOf(watermark) - BigInt(Math.ceil(overlapMs)) * 10_000n;
  return ticks < 0n ? KITOS_BEGINNING : kitosTimeOfTicks(ticks);
};
