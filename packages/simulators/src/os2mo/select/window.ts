import { GraphQLError } from 'graphql';
import type { Instant } from '../schema/instant.ts';
import type { Row, Segment } from '../store/segment.ts';

/** A stretch of time that is asked for: `from` inclusive, `to` exclusive, epoch ms, ±Infinity = unbounded. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Width of an instant, ms: OS2MO's own (facts/os2mo.md §4.1). */
const INSTANT_MS = 1;

/** The window at one instant. */
export const instant = (at: number): Window => ({ from: at, to: at + INSTANT_MS });

export const ALL_TIME: Window = { from: -Infinity, to: Infinity };

/**
 * The window that two dates ask for: `from` unset = now, null = since ever; `to` unset = an instant after `from`, null = for ever.
 * @throws GraphQLError for `from: null` alone, with OS2MO's words
 */
export const windowOf = (from: Instant | null | undefined, to: Instant | null | undefined, now: number): Window => {
  const start = from === undefined ? now : (from?.at ?? -Infinity);
  if (to !== undefined) return { from: start, to: to?.at ?? Infinity };
  if (start === -Infinity) throw new GraphQLError('Cannot infer UNSET to_date from interval starting at -infinity');
  return instant(start);
};

const overlaps = (segment: Segment<unknown>, window: Window): boolean => segment.from < window.to && segment.to > window.from;

/** The segments of an object inside a window, oldest first, with their whole extent. */
export const segmentsIn = <Fields>(row: Row<Fields>, window: Window): readonly Segment<Fields>[] => {
  const [only] = row.segments;
  if (only !== undefined && row.segments.length === 1) return overlaps(only, window) ? row.segments : [];
  return row.segments.filter((segment) => overlaps(segment, window));
};
