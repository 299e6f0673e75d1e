import type { Uuid } from '@os2bridge/model';
import type { Transaction } from 'kysely';
import type { Change } from '../change.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Tables } from '../database/tables.ts';
import { changesOfLink, changesOfRow } from '../decide/changes-of.ts';
import { decideUsage } from '../decide/decide-usage.ts';
import { reportsOfUsage } from '../decide/reports-of.ts';
import { createSnapshot, type Snapshot } from '../decide/snapshot.ts';
import { readKitosRows, type RowsOf } from '../read/read-kitos-rows.ts';
import { readLinkedSystems } from '../read/read-linked-systems.ts';
import type { Report } from '../report.ts';
import type { UsageState } from '../usage-state.ts';
import { writeLink } from '../write/write-link.ts';
import { writeRow } from '../write/write-row.ts';
import type { StoreContext } from './store-context.ts';

/** stale: what was read is older than what has been applied, so nothing was written. unchanged: nothing had to be. */
export interface Applied {
  readonly outcome: 'changed' | 'unchanged' | 'stale';
  readonly changes: readonly Change[];
  readonly reports: readonly Report[];
}

/** Brings Rollekatalog in line with one usage, in one transaction. Idempotent, and in whatever order (sync-rules §2). */
export const applyUsage = async (context: StoreContext, usage: UsageState): Promise<Applied> => {
  const users = await context.users.get();
  return inTransaction(context, async (trx) => {
    const seen = await context.seen.lock(trx, usage.uuid);
    const snapshot = await readLocked(context, trx, usage);
    const rules = { users, storable: context.storable, onNoMatch: context.onNoMatch };
    const plan = decideUsage(usage, snapshot, rules);
    if (plan === null) return { outcome: 'stale', changes: [], reports: [] };

    const changes = [...plan.rows.flatMap(changesOfRow), ...plan.links.flatMap(changesOfLink)];
    for (const row of plan.rows) await writeRow(trx, row);
    for (const link of plan.links) await writeLink(trx, link, { uuid: usage.system.uuid, name: plan.name });
    if (seen.lastModified !== usage.lastModified || seen.deleted)
      await context.seen.write(trx, usage.uuid, { lastModified: usage.lastModified, deleted: false });
    return { outcome: changes.length > 0 ? 'changed' : 'unchanged', changes, reports: reportsOfUsage(usage, snapshot, plan, rules) };
  });
};

/** The usage's own row of the bridge's table is locked before; then its systems' in the order of their uuids, so that two workers never hold one each. */
const readLocked = async (context: StoreContext, trx: Transaction<Tables>, usage: UsageState): Promise<Snapshot> => {
  const which: RowsOf = { systems: [usage.system.uuid], usages: [usage.uuid] };
  const systems = new Set([usage.system.uuid, ...(await readKitosRows(trx, which)).map((row) => row.systemUuid)]);
  for (const system of [...systems].toSorted()) await context.seen.lock(trx, system);
  const rows = await readKitosRows(trx, which, { lock: true });
  const links = await readLinkedSystems(
    trx,
    rows.map(({ id }) => id),
    { lock: true },
  );
  const usages = rows.flatMap((row): readonly Uuid[] => (row.usageUuid === null ? [] : [row.usageUuid]));
  return createSnapshot(rows, links, await context.seen.read(trx, [...new Set([...usages, usage.uuid])]));
};
