import { copenhagenDate } from '@os2bridge/model';
import { copenhagenMidnight } from '../../dataset/copenhagen-midnight.ts';

/** .NET's smallest step, 100 ns; here counted from 1970. */
export type Ticks = bigint;

export const TICKS_PER_MS = 10_000n;
const TICKS_PER_SECOND = 10_000_000n;

const PARTS = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?)?(Z|[+-]\d{2}:\d{2})?$/i;

/** What the server takes a time without zone for: its own, Danish, clock (facts/kitos.md §2.0). */
const danish = (date: string, clockMs: number): number => {
  const guess = copenhagenMidnight(date) + clockMs;
  // The clock changes at 02:00 or 03:00, so what is true of the midnight is true of almost every time of the day.
  return copenhagenDate(new Date(guess)) === date ? guess : guess - 3_600_000;
};

/** Reads a time as the server does; null when it is none. */
export const parseTicks = (text: string): Ticks | null => {
  const [, date, hours = '00', minutes = '00', seconds = '00', decimals = '', zone] = PARTS.exec(text) ?? [];
  if (date === undefined) return null;
  const ms =
    zone === undefined
      ? danish(date, ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000)
      : Date.parse(`${date}T${hours}:${minutes}:${seconds}${zone.toUpperCase()}`);
  return Number.isNaN(ms) ? null : BigInt(ms) * TICKS_PER_MS + BigInt(decimals.padEnd(7, '0'));
};

/** UTC with `Z` and as many decimals as there are, at most `decimals`: zeros at the end are cut off, a whole second has none. */
export const formatTicks = (ticks: Ticks, decimals: 6 | 7 = 7): string => {
  const fraction = ((ticks % TICKS_PER_SECOND) + TICKS_PER_SECOND) % TICKS_PER_SECOND;
  const second = new Date(Number((ticks - fraction) / TICKS_PER_MS)).toISOString().slice(0, 19);
  const shown = fraction.toString().padStart(7, '0').slice(0, decimals).replace(/0+$/, '');
  return `${second}${shown === '' ? '' : `.${shown}`}Z`;
};
