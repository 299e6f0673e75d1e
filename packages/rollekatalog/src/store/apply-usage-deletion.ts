import type { Uuid } from '@os2bridge/model';
import type { Change } from '../change.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { readKitosRows } from '../read/read-kitos-rows.ts';
import { readLinkedSystems } from '../read/read-linked-systems.ts';
import type { Report } from '../report.ts';
import type { Applied } from './apply-usage.ts';
import type { StoreContext } from './store-context.ts';

export interface UsageDeletion {
  readonly usage: Uuid;
  /** When Kitos deleted it (seven decimals, Z); null = it does not say, and only that it is gone is known. */
  readonly occurredAt: string | null;
}

/**
 * The usage is gone: its system is inactive, the links and holders stay (sync-rules §2). Remembered, so that what was read of it before comes too late.
 * A uuid nobody knows is normal, and remembered all the same: its usage may be on its way. Does nothing to a system that another usage has taken over.
 */
export const applyUsageDeletion = async (context: StoreContext, { usage, occurredAt }: UsageDeletion): Promise<Applied> =>
  inTransaction(context, async (trx) => {
    const seen = await context.seen.lock(trx, usage);
    const at = occurredAt ?? `${new Date().toISOString().slice(0, -1)}0000Z`;
    // An edit from after the deletion is no edit of the deleted one: the event is an old one, and the usage came back with a restored Kitos.
    if (!seen.deleted && seen.lastModified > at) return { outcome: 'stale', changes: [], reports: [] };

    const rows = await readKitosRows(trx, { systems: [], usages: [usage] }, { lock: true });
    const changes: Change[] = [];
    const reports: Report[] = [];
    for (const row of rows) {
      if (row.active) {
        await trx.updateTable('kitos_it_system').set({ active: 0 }).where('id', '=', row.id).execute();
        changes.push({ what: 'system-deactivated', system: row.systemUuid });
      }
      const links = await readLinkedSystems(trx, [row.id]);
      if (links.length > 0) reports.push({ code: 'inactive', system: row.systemUuid });
    }
    if (!seen.deleted) await context.seen.write(trx, usage, { lastModified: at, deleted: true });
    return { outcome: changes.length > 0 ? 'changed' : 'unchanged', changes, reports };
  });
