import { groupBy } from '@os2bridge/model';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { recordHash } from './record-hash.ts';

/**
 * Tells the open assignments of an IT system which collection answers for them, as Rollekatalog does when it has responsibles (facts/rollekatalog.md
 * §3.4e). Rows that know it already are not touched. Without this no attestation of the role structure comes for them.
 */
export const backFill = async (trx: Transaction<Tables>, itSystem: number, collection: number): Promise<void> => {
  const attested = trx.selectFrom('user_roles').select('id').where('role_assignment_attestation_by_attestation_responsible', '=', 1);
  await trx
    .updateTable('historic_assignment')
    .set({ responsible_collection_id: collection, responsible_ou_uuid: null, responsible_ou_name: null })
    .where('it_system_id', '=', itSystem)
    .where('valid_to', 'is', null)
    .where('user_role_id', 'in', attested)
    .execute();
  await trx
    .updateTable('historic_ou_assignment')
    .set({ responsible_collection_id: collection })
    .where('it_system_id', '=', itSystem)
    .where('valid_to', 'is', null)
    .where('role_id', 'in', attested)
    .execute();
  await rehash(trx, itSystem, collection);
};

/** The third table's hash includes the collection: a row whose new hash another open row has already is a duplicate and ends now. */
const rehash = async (trx: Transaction<Tables>, itSystem: number, collection: number): Promise<void> => {
  const rows = await trx
    .selectFrom('historic_it_system_assignment')
    .select(['id', 'record_hash', 'user_role_id', 'system_role_id'])
    .where('it_system_id', '=', itSystem)
    .where('valid_to', 'is', null)
    .orderBy('id')
    .execute();
  if (rows.length === 0) return;
  const constraints = await constraintsOf(
    trx,
    rows.map(({ id }) => id),
  );
  const open = new Set(rows.map((row) => row.record_hash));
  for (const { id, record_hash: before, user_role_id: userRole, system_role_id: systemRole } of rows) {
    const after = recordHash({ itSystem, userRole, systemRole, collection }, constraints.get(id) ?? []);
    if (after === before) continue;
    const row = trx.updateTable('historic_it_system_assignment').where('id', '=', id);
    if (open.has(after)) await row.set({ valid_to: sql<string>`now(6)` }).execute();
    else await row.set({ responsible_collection_id: collection, record_hash: after }).execute();
    open.delete(before);
    open.add(after);
  }
};

const constraintsOf = async (trx: Transaction<Tables>, ids: readonly number[]) => {
  const rows = await trx
    .selectFrom('historic_it_system_assignment_constraint')
    .select([
      'historic_it_system_assignment_id as assignment',
      'constraint_name as name',
      'constraint_value_type as valueType',
      'constraint_value as value',
    ])
    .where('historic_it_system_assignment_id', 'in', ids)
    .execute();
  return groupBy(rows, (row) => row.assignment);
};
