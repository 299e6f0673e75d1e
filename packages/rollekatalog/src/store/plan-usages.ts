import type { Uuid } from '@os2bridge/model';
import type { Change } from '../change.ts';
import { changesOfLink, changesOfRow } from '../decide/changes-of.ts';
import { decideUsage } from '../decide/decide-usage.ts';
import { reportsOfUsage } from '../decide/reports-of.ts';
import { createSnapshot } from '../decide/snapshot.ts';
import { readKitosRows } from '../read/read-kitos-rows.ts';
import { readLinkedSystems } from '../read/read-linked-systems.ts';
import type { Report } from '../report.ts';
import type { UsageState } from '../usage-state.ts';
import type { StoreContext } from './store-context.ts';

export interface PlannedUsage {
  readonly usage: Uuid;
  readonly system: Uuid;
  readonly verdict: 'changed' | 'unchanged' | 'stale';
  readonly changes: readonly Change[];
  readonly reports: readonly Report[];
}

export interface UsagesPlan {
  readonly usages: readonly PlannedUsage[];
  /** Active in Rollekatalog, but not among those given. Ask Kitos for each before taking it for deleted. */
  readonly unknown: readonly Uuid[];
}

/** What applying these usages would change, each by itself. Reads every table once however many there are, locks nothing and writes nothing. */
export const planUsages = async (context: StoreContext, usages: readonly UsageState[]): Promise<UsagesPlan> => {
  const users = await context.users.refresh();
  const rows = await readKitosRows(context.db, 'all');
  const snapshot = createSnapshot(rows, await readLinkedSystems(context.db, 'all'), await context.seen.read(context.db, 'all'));
  const rules = { users, storable: context.storable, onNoMatch: context.onNoMatch };
  const planned = usages.map((usage): PlannedUsage => {
    const about = { usage: usage.uuid, system: usage.system.uuid };
    const plan = decideUsage(usage, snapshot, rules);
    if (plan === null) return { ...about, verdict: 'stale', changes: [], reports: [] };
    const changes = [...plan.rows.flatMap(changesOfRow), ...plan.links.flatMap(changesOfLink)];
    return {
      ...about,
      verdict: changes.length > 0 ? 'changed' : 'unchanged',
      changes,
      reports: reportsOfUsage(usage, snapshot, plan, rules),
    };
  });
  const given = new Set(usages.map(({ uuid }) => uuid));
  const unknown = rows.flatMap(({ active, usageUuid }) => (active && usageUuid !== null && !given.has(usageUuid) ? [usageUuid] : []));
  return { usages: planned, unknown: [...new Set(unknown)] };
};
