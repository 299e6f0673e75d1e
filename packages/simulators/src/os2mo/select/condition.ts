import type { Row } from '../store/segment.ts';
import { type Table, targets } from '../store/table.ts';

/** One restriction: holds for an object when it holds for some segment of it inside the window. */
export interface Condition<Fields> {
  readonly test: (fields: Fields, uuid: string) => boolean;
  /** Every object that can fulfil it, where that is cheaper to list than to try them all. */
  readonly candidates?: () => readonly Row<Fields>[];
}

/** Above this many wanted uuids trying every row is cheaper than gathering rows from the index. */
const GATHER_LIMIT = 2000;

const gather = <Fields>(uuids: Iterable<string>, rowsOf: (uuid: string) => readonly Row<Fields>[]): readonly Row<Fields>[] => {
  const found = new Set<Row<Fields>>();
  for (const uuid of uuids) for (const row of rowsOf(uuid)) found.add(row);
  return [...found];
};

/** The object is one of these. */
export const isOneOf = <Fields>(table: Table<Fields>, uuids: ReadonlySet<string>): Condition<Fields> => ({
  test: (_, uuid) => uuids.has(uuid),
  ...(uuids.size <= GATHER_LIMIT && {
    candidates: () =>
      gather(uuids, (uuid) => {
        const row = table.get(uuid);
        return row === undefined ? [] : [row];
      }),
  }),
});

/** The object points to one of these through that reference. */
export const pointsTo = <Fields>(table: Table<Fields>, relation: string, uuids: ReadonlySet<string>): Condition<Fields> => {
  const read = table.reader(relation);
  return {
    test: (fields) => targets(read(fields)).some((uuid) => uuids.has(uuid)),
    ...(uuids.size <= GATHER_LIMIT && { candidates: () => gather(uuids, (uuid) => table.pointingTo(relation, uuid)) }),
  };
};

/** One of the texts, exactly. */
export const isText = <Fields>(read: (fields: Fields) => string | null, texts: readonly string[]): Condition<Fields> => {
  const wanted = new Set(texts);
  return {
    test: (fields) => {
      const text = read(fields);
      return text !== null && wanted.has(text);
    },
  };
};
