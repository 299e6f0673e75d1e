/** Sets of uuids that were computed from the tables and hold until an object changes: the pages of one walk share them. */
export interface Memo {
  memo(key: string, compute: () => readonly string[]): MemoEntry;
  /** To be called after every change of a table. */
  touch(): void;
}

/** Uuids in ascending order, and the same as a set. */
export interface MemoEntry {
  readonly uuids: readonly string[];
  readonly set: () => ReadonlySet<string>;
}

/** Results remembered before all are forgotten. A full walk needs about ten; each may hold every uuid of a collection. */
const LIMIT = 64;

export const createMemo = (): Memo => {
  const entries = new Map<string, MemoEntry>();
  return {
    memo: (key, compute) => {
      const known = entries.get(key);
      if (known !== undefined) return known;
      const uuids = compute();
      let set: ReadonlySet<string> | null = null;
      const entry = { uuids, set: () => (set ??= new Set(uuids)) };
      if (entries.size >= LIMIT) entries.clear();
      entries.set(key, entry);
      return entry;
    },
    touch: () => entries.clear(),
  };
};
