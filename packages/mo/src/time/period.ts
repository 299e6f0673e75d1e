import { copenhagenDate } from '@os2bridge/model';
import { z } from 'zod';

/** `YYYY-MM-DD` in Denmark; `from` inclusive, `to` exclusive, null = open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

const moTime = z.string().regex(/^\d{4}-\d{2}-\d{2}/);

/** The part of `validity{from to}` that every object has. */
export const validitySchema = z.object({ from: moTime.nullable(), to: moTime.nullable() });

const WITH_OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * The Danish date of one of MO's times. They are Danish midnights with their offset, so the date as written is right; one in another
 * offset is converted. Before 1894 Python writes offsets with seconds, which Date cannot read: those too are taken as written.
 */
export const dateOf = (time: string): string => {
  const instant = WITH_OFFSET.test(time) ? new Date(time) : new Date(Number.NaN);
  return Number.isNaN(instant.getTime()) ? time.slice(0, 10) : copenhagenDate(instant);
};

const dayAfter = (date: string): string => {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

/** MO's validity as a period. Up to v28 the `to` shown is the last valid day, from v29 on the first day after (facts: os2mo §1.2). */
export const periodOf = (validity: z.infer<typeof validitySchema>, graphqlVersion: number): Period => {
  const to = validity.to === null ? null : dateOf(validity.to);
  return { from: validity.from === null ? null : dateOf(validity.from), to: to !== null && graphqlVersion < 29 ? dayAfter(to) : to };
};

/** Whether the period holds on that day, decided by dates alone: MO's `current` is not to be had for ended objects (it shows those of today). */
export const holdsOn = ({ from, to }: Period, day: string): boolean => (from === null || from <= day) && (to === null || day < to);
