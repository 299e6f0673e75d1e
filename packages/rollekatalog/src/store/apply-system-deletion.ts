import type { Uuid } from '@os2bridge/model';
import type { Change } from '../change.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { readKitosRows } from '../read/read-kitos-rows.ts';
import { readLinkedSystems } from '../read/read-linked-systems.ts';
import { writeAudit } from '../write/write-audit.ts';
import type { Applied } from './apply-usage.ts';
import type { StoreContext } from './store-context.ts';

/**
 * The system is gone from Kitos: its row and holders go, the links become null through the foreign key, owners and responsibles stay and can be edited by hand
 * (sync-rules §2). The audit log says so for every IT system that was linked. Uuids nobody knows are normal: the feed is everybody's.
 */
export const applySystemDeletion = async (context: StoreContext, system: Uuid): Promise<Applied> => {
  const which = { systems: [system], usages: [] };
  if ((await readKitosRows(context.db, which)).length === 0) return { outcome: 'unchanged', changes: [], reports: [] };
  return inTransaction(context, async (trx) => {
    await context.seen.lock(trx, system);
    const rows = await readKitosRows(trx, which, { lock: true });
    const ids = rows.map((row) => row.id);
    const links = await readLinkedSystems(trx, ids, { lock: true });
    for (const link of links) {
      const name = rows.find((row) => row.id === link.rowId)?.name ?? '';
      await writeAudit(
        trx,
        link,
        `Koblingen til OS2kitos-systemet ${name} (${system}) er fjernet: systemet er slettet i OS2kitos. Ejere og ansvarlige er uændrede.`,
      );
    }
    if (ids.length > 0) await trx.deleteFrom('kitos_it_system').where('id', 'in', ids).execute();
    const changes: readonly Change[] = [
      ...(ids.length > 0 ? [{ what: 'system-removed', system } as const] : []),
      ...links.map((link) => ({ what: 'unlinked', system, itSystem: link.id }) as const),
    ];
    return { outcome: changes.length > 0 ? 'changed' : 'unchanged', changes, reports: [] };
  });
};
