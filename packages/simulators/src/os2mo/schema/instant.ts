import { copenhagenMidnight } from '../../dataset/copenhagen-midnight.ts';

/** A DateTime as it was sent: OS2MO compares instants when it reads and takes the written calendar date when it writes. */
export interface Instant {
  /** Epoch ms. */
  readonly at: number;
  /** The date part of the text, in whatever offset was sent. */
  readonly date: string;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

const MINUTE_MS = 60_000;

const offsetMs = (zone: string): number => {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * MINUTE_MS;
};

/** Reads an ISO-8601 text; without an offset it is Danish time, without a time midnight. Null when it is none. */
export const parseInstant = (text: string): Instant | null => {
  const match = ISO.exec(text);
  const date = match?.[1];
  if (match === null || date === undefined || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null;
  const [, , hours = '0', minutes = '0', seconds = '0', fraction = '0', zone] = match;
  const time = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000);
  const midnight = zone === undefined ? copenhagenMidnight(date) : Date.parse(`${date}T00:00:00Z`) - offsetMs(zone);
  return { at: midnight + time, date };
};
