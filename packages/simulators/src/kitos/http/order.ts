import type { Ticks } from '../time/ticks.ts';
import type { QueryReader } from './query-reader.ts';

interface Numbered {
  readonly id: number;
}

const ORDERS = ['CreationOrder', 'Name', 'LastChanged'] as const;
type Order = (typeof ORDERS)[number];

export const readOrder = (query: QueryReader): Order => query.choice('orderByProperty', ORDERS) ?? 'CreationOrder';

const compare = <Key extends bigint | string | number>(one: Key, other: Key): number => Number(one > other) - Number(one < other);

/** Ascending time, then number: a total order. */
export const byChange = <Row extends Numbered & { readonly lastChanged: Ticks }>(one: Row, other: Row): number =>
  compare(one.lastChanged, other.lastChanged) || one.id - other.id;

/** Sorted as `orderByProperty` says. */
export const inOrder = <Row extends Numbered>(
  rows: readonly Row[],
  order: Order,
  keys: { readonly name: (row: Row) => string; readonly changed?: (row: Row) => Ticks },
): Row[] => {
  const { name, changed } = keys;
  if (order === 'Name') return rows.toSorted((one, other) => compare(name(one), name(other)) || one.id - other.id);
  if (order === 'LastChanged' && changed !== undefined)
    return rows.toSorted((one, other) => compare(changed(one), changed(other)) || one.id - other.id);
  return rows.toSorted((one, other) => one.id - other.id);
};
