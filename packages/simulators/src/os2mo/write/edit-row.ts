import { content, type Row, rowOf, type Segment, segmentOf } from '../store/segment.ts';
import type { WrittenDates } from './write-dates.ts';

const earlier = (a: string | null, b: string | null): string | null => (a === null ? b : b === null || a < b ? a : b);

/** The parts of a segment before, inside and after a stretch of time. */
const split = <Fields>({ uuid, fromDate, toDate, fields }: Segment<Fields>, { from, to }: WrittenDates) => {
  const part = (start: string | null, end: string | null): Segment<Fields> => segmentOf(uuid, start, end, fields);
  const start = fromDate !== null && fromDate > from ? fromDate : from;
  const rest = fromDate !== null && to !== null && fromDate > to ? fromDate : to;
  return {
    before: part(fromDate, earlier(toDate, from)),
    inside: part(start, earlier(toDate, to)),
    after: to === null ? null : part(rest, toDate),
  };
};

const isSome = <Fields>(segment: Segment<Fields> | null): segment is Segment<Fields> => segment !== null && segment.from < segment.to;

/** The row without that stretch of time. */
export const without = <Fields>(row: Row<Fields>, dates: WrittenDates): Row<Fields> =>
  rowOf(
    row.uuid,
    row.segments.flatMap((segment) => {
      const { before, after } = split(segment, dates);
      return [before, after].filter(isSome);
    }),
  );

/** The row with `change` applied in that stretch; what the object is at its end goes on if it had ended before. */
export const changed = <Fields>(row: Row<Fields>, dates: WrittenDates, change: (fields: Fields) => Fields): Row<Fields> => {
  const parts = row.segments.map((segment) => split(segment, dates));
  const inside = parts.map((part) => part.inside).filter(isSome);
  const last = row.segments.at(-1);
  const fresh = inside.length === 0 && last !== undefined ? [segmentOf(row.uuid, dates.from, dates.to, last.fields)] : inside;
  const segments = [
    ...parts.map(({ before }) => before),
    ...fresh.map((segment) => ({ ...segment, fields: change(segment.fields) })),
    ...parts.map(({ after }) => after),
  ].filter(isSome);
  return rowOf(
    row.uuid,
    segments.toSorted((a, b) => a.from - b.from),
  );
};

const stretches = (row: Row<unknown>): string => row.segments.map(({ from, to, fields }) => `${from} ${to} ${content(fields)}`).join();

/** Whether two rows say the same at all times. */
export const sameRow = (a: Row<unknown>, b: Row<unknown>): boolean => stretches(a) === stretches(b);
