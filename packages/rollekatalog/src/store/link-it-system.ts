import { BridgeError, type Uuid } from '@os2bridge/model';
import type { Transaction } from 'kysely';
import type { Change } from '../change.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Tables } from '../database/tables.ts';
import { changesOfLink } from '../decide/changes-of.ts';
import { decideLink } from '../decide/decide-link.ts';
import { reportsOfHolders } from '../decide/reports-of.ts';
import type { KitosRow } from '../read/kitos-row.ts';
import { readKitosRows } from '../read/read-kitos-rows.ts';
import { readLinkedSystems } from '../read/read-linked-systems.ts';
import { writeAudit } from '../write/write-audit.ts';
import { writeLink } from '../write/write-link.ts';
import type { Applied } from './apply-usage.ts';
import type { StoreContext } from './store-context.ts';

/**
 * Links an IT system to a Kitos system and sets its owners and responsibles at once, all in one transaction; null unlinks, and leaves those as they are.
 * Throws `rollekatalog-unknown-system` (never) for an IT system or Kitos system that Rollekatalog does not have.
 */
export const linkItSystem = async (context: StoreContext, itSystem: number, system: Uuid | null): Promise<Applied> => {
  const users = await context.users.refresh();
  return inTransaction(context, async (trx) => {
    if (system !== null) await context.seen.lock(trx, system);
    const [row] = system === null ? [null] : await readKitosRows(trx, { systems: [system], usages: [] }, { lock: true });
    if (row === undefined) throw unknown(`Kitos system ${system} is not in OS2rollekatalog: run the Kitos sync first`);
    const before = await itSystemOf(trx, itSystem);
    const changes: Change[] = [];
    if (before.rowId !== (row?.id ?? null)) {
      await trx
        .updateTable('it_systems')
        .set({ kitos_it_system_id: row?.id ?? null })
        .where('id', '=', itSystem)
        .execute();
      const text = row === null ? 'Koblingen til OS2kitos er fjernet' : `Koblet til OS2kitos-systemet ${row.name} (${row.systemUuid})`;
      await writeAudit(trx, { id: itSystem, name: before.name }, text);
      if (row !== null) changes.push({ what: 'linked', system: row.systemUuid, itSystem });
      else if (before.system !== null) changes.push({ what: 'unlinked', system: before.system, itSystem });
    }
    if (row === null) return { outcome: changes.length > 0 ? 'changed' : 'unchanged', changes, reports: [] };
    changes.push(...(await setUsers(trx, row, itSystem, { users, onNoMatch: context.onNoMatch })));
    const reports = reportsOfHolders(row.systemUuid, row.holders, users);
    return { outcome: changes.length > 0 ? 'changed' : 'unchanged', changes, reports };
  });
};

const unknown = (message: string): BridgeError => new BridgeError('rollekatalog-unknown-system', message, { fate: 'never' });

const itSystemOf = async (trx: Transaction<Tables>, id: number): Promise<{ name: string; rowId: number | null; system: Uuid | null }> => {
  const query = trx.selectFrom('it_systems').select(['name', 'kitos_it_system_id']).where('id', '=', id).where('deleted', '=', 0);
  const found = await query.forUpdate().executeTakeFirst();
  if (found === undefined) throw unknown(`IT system ${id} is not in OS2rollekatalog`);
  const { name, kitos_it_system_id: rowId } = found;
  const rows = rowId === null ? [] : await readKitosRows(trx, 'all');
  return { name, rowId, system: rows.find((row) => row.id === rowId)?.systemUuid ?? null };
};

const setUsers = async (
  trx: Transaction<Tables>,
  row: KitosRow,
  itSystem: number,
  rules: Parameters<typeof decideLink>[3],
): Promise<readonly Change[]> => {
  const link = (await readLinkedSystems(trx, [row.id])).find(({ id }) => id === itSystem);
  if (link === undefined) return [];
  const plan = decideLink(link, row.systemUuid, row.holders, rules);
  await writeLink(trx, plan, { uuid: row.systemUuid, name: row.name });
  return changesOfLink(plan);
};
