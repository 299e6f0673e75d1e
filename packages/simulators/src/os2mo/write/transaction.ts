import type { CollectionFields, CollectionName } from '../../dataset/normalised.ts';
import type { Row } from '../store/segment.ts';
import type { Store } from '../store/store.ts';

export interface Change {
  readonly name: CollectionName;
  readonly uuid: string;
}

/** The changes of one request: all of them or, if anything fails, none. */
export interface Transaction {
  put<Name extends CollectionName>(name: Name, row: Row<CollectionFields[Name]>): void;
  /** Notes a change that has no row of its own here (a person who is terminated). */
  note(change: Change): void;
  /** What changed so far. */
  changes(): readonly Change[];
  rollback(): void;
  /** Set by a terminate that changed nothing: PostgreSQL then refuses to read on, so selecting more than `uuid` fails. */
  aborted: boolean;
}

export const createTransaction = (store: Store): Transaction => {
  const changes: Change[] = [];
  const undo: (() => void)[] = [];
  return {
    put: (name, row) => {
      const table = store.tables[name];
      const before = table.get(row.uuid);
      undo.push(() => (before === undefined ? table.remove(row.uuid) : table.put(before)));
      table.put(row);
      store.touch();
      changes.push({ name, uuid: row.uuid });
    },
    note: (change) => {
      changes.push(change);
    },
    changes: () => changes,
    rollback: () => {
      if (undo.length === 0) return;
      for (const step of undo.toReversed()) step();
      store.touch();
    },
    aborted: false,
  };
};
