import { KitosRefusal } from '../tables/kitos-refusal.ts';
import { rowOf } from '../tables/row-of.ts';
import type { KitosTables } from '../tables/kitos-tables.ts';
import type { Ticks } from '../time/ticks.ts';
import type { ChangeOf } from './kitos-change.ts';
import { deleteUsage } from './usage-changes.ts';

/** Usages go first, one step of 100 ns apart, the system's own event last (facts/kitos.md §4, system deletion). */
export const deleteSystem = (tables: KitosTables, { system: uuid, force }: ChangeOf<'delete-system'>, stamp: Ticks): void => {
  const { organisation, scope } = rowOf(tables.systems, uuid, 'system');
  const inUse = [...tables.usages.values()].filter(({ system }) => system === uuid);
  if (inUse.length > 0 && !force) throw new KitosRefusal(`System ${uuid} is in use.`);
  let occurredAt = stamp;
  for (const usage of inUse) {
    deleteUsage(tables, usage, occurredAt);
    occurredAt += 1n;
  }
  tables.systems.delete(uuid);
  tables.deletions.push({ id: tables.nextId(), uuid, type: 'ItSystem', occurredAt, organisation, public: scope === 'Global' });
};
