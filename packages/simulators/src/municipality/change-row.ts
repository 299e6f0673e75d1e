import { stretchesOf } from './stretches.ts';

interface Span {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}
type Row = Span & { readonly uuid: string; readonly validities?: readonly Span[] | undefined };

const rebuilt = <R extends Row>(row: R, validities: readonly R[]): R => ({ ...row, from: undefined, to: undefined, validities });

const isOver = ({ to }: Span, date: string): boolean => typeof to === 'string' && to <= date;
const isAhead = ({ from }: Span, date: string): boolean => (from ?? '') >= date;

/** The row as it is when `fields` hold from that day on, now and in every later stretch; what was before stays as history. */
export const changeFrom = <R extends Row>(row: R, date: string, fields: Partial<R>): R =>
  rebuilt(
    row,
    stretchesOf(row).flatMap((stretch): R[] => {
      if (isOver(stretch, date)) return [stretch];
      if (isAhead(stretch, date)) return [{ ...stretch, ...fields }];
      return [
        { ...stretch, to: date },
        { ...stretch, ...fields, from: date },
      ];
    }),
  );

/** The row as it is when it ends at the beginning of that day; null when it had not begun. */
export const endAt = <R extends Row>(row: R, date: string): R | null => {
  const past = stretchesOf(row).flatMap((stretch): R[] => {
    if (isOver(stretch, date)) return [stretch];
    return isAhead(stretch, date) ? [] : [{ ...stretch, to: date }];
  });
  return past.length === 0 ? null : rebuilt(row, past);
};
