import { groupBy, type Uuid } from '@os2bridge/model';
import type { KitosRow } from '../read/kitos-row.ts';
import type { LinkedSystem } from '../read/linked-system.ts';
import type { Seen } from '../read/seen.ts';

/** What was read of Rollekatalog, ready to be asked: all of it for a plan, what one usage concerns when it is applied. */
export interface Snapshot {
  ofSystem(system: Uuid): readonly KitosRow[];
  ofUsage(usage: Uuid): readonly KitosRow[];
  linkedTo(rowId: number): readonly LinkedSystem[];
  seen(usage: Uuid): Seen | undefined;
}

/** Indexes what was read. */
export const createSnapshot = (rows: readonly KitosRow[], links: readonly LinkedSystem[], seen: ReadonlyMap<Uuid, Seen>): Snapshot => {
  const bySystem = groupBy(rows, (row) => row.systemUuid);
  const byUsage = groupBy(rows, (row) => row.usageUuid);
  const byRow = groupBy(links, (link) => link.rowId);
  return {
    ofSystem: (system) => bySystem.get(system) ?? [],
    ofUsage: (usage) => byUsage.get(usage) ?? [],
    linkedTo: (rowId) => byRow.get(rowId) ?? [],
    seen: (usage) => seen.get(usage),
  };
};
