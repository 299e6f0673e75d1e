import type { KitosClock } from '../time/kitos-clock.ts';
import type { KitosTables } from '../tables/kitos-tables.ts';
import { parseTicks } from '../time/ticks.ts';
import { applyChange } from './apply-change.ts';
import { kitosChangeSchema, type KitosChange } from './kitos-change.ts';

/** Where changes are made. */
export interface ChangeDesk {
  /** Each is stamped and visible at once. Throws KitosRefusal, and ZodError for what is no change; those before it stay. */
  change(changes: readonly KitosChange[]): void;
  /**
   * Slow transactions: stamped now, visible when the returned function is called. A reader who comes in between has then seen later
   * times already.
   */
  changeLate(changes: readonly KitosChange[]): () => void;
  /** Lets every slow transaction end. */
  commit(): void;
}

export const createChangeDesk = (tables: () => KitosTables, clock: KitosClock): ChangeDesk => {
  const open = new Set<() => void>();
  const prepare = (wanted: KitosChange): (() => void) => {
    const change = kitosChangeSchema.parse(wanted);
    const stamp = (change.at === undefined ? null : parseTicks(change.at)) ?? clock.stamp();
    return () => applyChange(tables(), change, stamp);
  };
  return {
    change: (changes) => {
      for (const change of changes) prepare(change)();
    },
    changeLate: (changes) => {
      const prepared = changes.map(prepare);
      const commit = (): void => {
        if (open.delete(commit)) for (const apply of prepared) apply();
      };
      open.add(commit);
      return commit;
    },
    commit: () => {
      for (const commit of open) commit();
    },
  };
};
