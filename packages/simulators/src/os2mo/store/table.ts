import type { Relations } from './relations.ts';
import type { Row } from './segment.ts';

/** One collection in memory, in uuid order and indexed by every reference. Indexes are built when first asked for. */
export interface Table<Fields> {
  get(uuid: string): Row<Fields> | undefined;
  /** All rows, ascending uuid: the order in which OS2MO answers. */
  sorted(): readonly Row<Fields>[];
  /** Rows that point to that uuid through that reference at any time. */
  pointingTo(relation: string, uuid: string): readonly Row<Fields>[];
  /** How that reference is read from an object. */
  reader(relation: string): Relations<Fields>[string];
  put(row: Row<Fields>): void;
  remove(uuid: string): void;
  readonly size: number;
}

const NONE: readonly never[] = [];

/** What a segment's reference says, always as a list. */
export const targets = (value: string | readonly string[] | null): readonly string[] =>
  value === null ? NONE : typeof value === 'string' ? [value] : value;

/** Where a uuid is, or belongs, in ascending rows. */
const place = (rows: readonly Row<unknown>[], uuid: string): number => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.uuid ?? '') < uuid) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const createTable = <Fields>(relations: Relations<Fields>, initial: Iterable<Row<Fields>>): Table<Fields> => {
  const rows = new Map<string, Row<Fields>>();
  for (const row of initial) rows.set(row.uuid, row);
  const indexes = new Map<string, Map<string, Set<Row<Fields>>>>();
  let order: Row<Fields>[] | null = null;

  const reader = (relation: string): Relations<Fields>[string] => {
    const read = relations[relation];
    if (read === undefined) throw new RangeError(`No such reference: ${relation}`);
    return read;
  };
  const enter = (index: Map<string, Set<Row<Fields>>>, relation: string, row: Row<Fields>, remove: boolean): void => {
    const read = reader(relation);
    for (const segment of row.segments)
      for (const uuid of targets(read(segment.fields))) {
        const entry = index.get(uuid);
        if (remove) entry?.delete(row);
        else if (entry === undefined) index.set(uuid, new Set([row]));
        else entry.add(row);
      }
  };
  const indexOf = (relation: string): Map<string, Set<Row<Fields>>> => {
    const known = indexes.get(relation);
    if (known !== undefined) return known;
    const index = new Map<string, Set<Row<Fields>>>();
    for (const row of rows.values()) enter(index, relation, row, false);
    indexes.set(relation, index);
    return index;
  };
  const sorted = (): Row<Fields>[] => (order ??= [...rows.values()].toSorted((a, b) => (a.uuid < b.uuid ? -1 : 1)));
  const unindex = (uuid: string): void => {
    const old = rows.get(uuid);
    if (old !== undefined) for (const [relation, index] of indexes) enter(index, relation, old, true);
  };

  return {
    get: (uuid) => rows.get(uuid),
    sorted,
    pointingTo: (relation, uuid) => [...(indexOf(relation).get(uuid) ?? NONE)],
    reader,
    put: (row) => {
      // The order is kept, not made anew: a day's events change one row after the other, and each is read at once.
      if (order !== null) order.splice(place(order, row.uuid), rows.has(row.uuid) ? 1 : 0, row);
      unindex(row.uuid);
      rows.set(row.uuid, row);
      for (const [relation, index] of indexes) enter(index, relation, row, false);
    },
    remove: (uuid) => {
      if (!rows.has(uuid)) return;
      order?.splice(place(order, uuid), 1);
      unindex(uuid);
      rows.delete(uuid);
    },
    get size() {
      return rows.size;
    },
  };
};
