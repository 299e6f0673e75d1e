import { copenhagenMidnight } from '../../dataset/copenhagen-midnight.ts';
import type { Segment } from '../store/segment.ts';

/** The first version whose `to` is exclusive; before, it shows the last day (facts/os2mo.md §1.2). */
export const EXCLUSIVE_TO = 29;

const texts = new Map<string, string>();

/** That Danish midnight as OS2MO writes it: `2026-07-01T00:00:00+02:00`. */
export const midnightText = (date: string): string => {
  const known = texts.get(date);
  if (known !== undefined) return known;
  const ahead = Date.parse(`${date}T00:00:00Z`) - copenhagenMidnight(date);
  const text = `${date}T00:00:00+0${ahead / 3_600_000}:00`;
  texts.set(date, text);
  return text;
};

const DAY_MS = 86_400_000;
const dayBefore = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

export interface ValidityText {
  readonly from: string | null;
  readonly to: string | null;
}

/** `validity{from to}` of a segment as that version shows it. */
export const validityOf = ({ fromDate, toDate }: Segment<unknown>, version: number): ValidityText => ({
  from: fromDate === null ? null : midnightText(fromDate),
  to: toDate === null ? null : midnightText(version >= EXCLUSIVE_TO ? toDate : dayBefore(toDate)),
});
