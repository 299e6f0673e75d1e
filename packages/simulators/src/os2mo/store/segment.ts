import type { NormalisedRow } from '../../dataset/normalised.ts';
import { copenhagenMidnight } from '../../dataset/copenhagen-midnight.ts';

/** A stretch of time in which an object did not change. `from` inclusive, `to` exclusive, epoch ms; ±Infinity = unbounded. */
export interface Segment<Fields> {
  readonly uuid: string;
  readonly from: number;
  readonly to: number;
  /** The same as Danish calendar dates, null = unbounded. */
  readonly fromDate: string | null;
  readonly toDate: string | null;
  readonly fields: Fields;
}

/** An object over all time: its segments, oldest first, without overlap. None = it exists in no window. */
export interface Row<Fields> {
  readonly uuid: string;
  readonly segments: readonly Segment<Fields>[];
}

/** A segment from calendar dates. */
export const segmentOf = <Fields>(uuid: string, from: string | null, to: string | null, fields: Fields): Segment<Fields> => ({
  uuid,
  from: from === null ? -Infinity : copenhagenMidnight(from),
  to: to === null ? Infinity : copenhagenMidnight(to),
  fromDate: from,
  toDate: to,
  fields,
});

/** A dataset's stretch carries its dates among its fields; they are no part of what it says. Equal texts = the same content. */
export const content = (fields: unknown): string =>
  JSON.stringify(fields, (key, value: unknown) => (key === 'from' || key === 'to' ? undefined : value));

/** A row of the given segments: empty ones left out, neighbours that say the same made one (as OS2MO does). */
export const rowOf = <Fields>(uuid: string, segments: readonly Segment<Fields>[]): Row<Fields> => {
  const merged: Segment<Fields>[] = [];
  for (const segment of segments) {
    if (segment.from >= segment.to) continue;
    const last = merged.at(-1);
    if (last !== undefined && last.to === segment.from && content(last.fields) === content(segment.fields)) {
      merged[merged.length - 1] = { ...last, to: segment.to, toDate: segment.toDate };
    } else merged.push(segment);
  }
  return { uuid, segments: merged };
};

/** A dataset row as the store keeps it. */
export const rowFromDataset = <Fields>({ uuid, validities }: NormalisedRow<Fields>): Row<Fields> =>
  rowOf(
    uuid,
    validities.map((stretch) => segmentOf<Fields>(uuid, stretch.from, stretch.to, stretch)),
  );
