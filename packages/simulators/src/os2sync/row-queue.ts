import type { QueueRow } from './queue-row.ts';

/** One queue table, always in the order in which the worker fetches: priority, then id. */
export interface RowQueue<R extends QueueRow> {
  add(row: R): void;
  /** The first `count` rows from position `from` on; they stay in the queue. */
  peek(count: number, from?: number): readonly R[];
  remove(id: number): void;
  /** The row goes to another place in the order. */
  reprioritise(id: number, priority: number): void;
  clear(): void;
  readonly size: number;
}

const before = (one: QueueRow, other: QueueRow): boolean =>
  one.priority < other.priority || (one.priority === other.priority && one.id < other.id);

export const createRowQueue = <R extends QueueRow>(): RowQueue<R> => {
  const rows: R[] = [];
  const add = (row: R): void => {
    const at = rows.findLastIndex((held) => before(held, row));
    rows.splice(at + 1, 0, row);
  };
  const remove = (id: number): R | undefined => {
    const at = rows.findIndex((row) => row.id === id);
    return at < 0 ? undefined : rows.splice(at, 1)[0];
  };
  return {
    add,
    peek: (count, from = 0) => rows.slice(from, from + count),
    remove: (id) => void remove(id),
    reprioritise: (id, priority) => {
      const row = remove(id);
      if (row) add({ ...row, priority });
    },
    clear: () => void rows.splice(0),
    get size() {
      return rows.length;
    },
  };
};
