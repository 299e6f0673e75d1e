interface Span {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** A row's stretches of time, each with everything the row says; a flat row is one stretch. */
export const stretchesOf = <Row extends Span & { readonly validities?: readonly Span[] | undefined }>(row: Row): Row[] =>
  row.validities === undefined ? [row] : row.validities.map((entry): Row => ({ ...row, ...entry, validities: undefined }));

const endsAfter = ({ to }: Span, date: string): boolean => to === null || to === undefined || to > date;

/** What the row says on that day (`YYYY-MM-DD`), or undefined. */
export const stretchAt = <Row extends Span & { readonly validities?: readonly Span[] | undefined }>(
  row: Row,
  date: string,
): Row | undefined => stretchesOf(row).find((stretch) => (stretch.from ?? '') <= date && endsAfter(stretch, date));

/** What the row says on that day, else what it will say first. */
export const stretchFrom = <Row extends Span & { readonly validities?: readonly Span[] | undefined }>(
  row: Row,
  date: string,
): Row | undefined => stretchesOf(row).find((stretch) => endsAfter(stretch, date));
