import type { NormalisedRow } from './normalised.ts';
import { resolveDate } from './resolve-date.ts';

interface Span {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** A row of any collection, as the dataset schema gives it. */
export interface RawRow extends Span {
  readonly uuid: string;
  readonly validities?: readonly Span[] | undefined;
}

/** `from` when a dataset does not say (FORMAT.md): OS2MO's own word for "since ever". An explicit null is unbounded. */
const SINCE_EVER = '1930-01-01';

/** Makes a flat row a row with one validity, spreads what the row says over its validities, resolves the dates and sorts. */
export const normaliseRow = <Row extends RawRow, Fields>(
  row: Row,
  today: string,
  fields: (entry: Row) => Fields,
): NormalisedRow<Fields> => {
  const resolve = (date: string | null | undefined): string | null =>
    date === null || date === undefined ? null : resolveDate(date, today);
  const entries = row.validities === undefined ? [row] : row.validities.map((entry): Row => ({ ...row, ...entry }));
  const validities = entries.map((entry) => ({
    ...fields(entry),
    from: entry.from === undefined ? SINCE_EVER : resolve(entry.from),
    to: resolve(entry.to),
  }));
  return { uuid: row.uuid, validities: validities.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)) };
};
