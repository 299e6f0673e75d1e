import { groupBy, type Uuid } from '@os2bridge/model';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { bytesOfUuid, uuidOfBytes } from '../database/uuid-bytes.ts';
import { holderRole } from '../usage-state.ts';
import type { KitosRow, StoredHolder } from './kitos-row.ts';

/** Rows of these systems, or whose usage this is. */
export interface RowsOf {
  readonly systems: readonly Uuid[];
  readonly usages: readonly Uuid[];
}

/**
 * Rows of kitos_it_system with their holders, lowest id first. With `lock` they are locked one by one, by key: neither uuid has an index, and a locking
 * search would wait for every row that somebody else holds.
 */
export const readKitosRows = async (db: Kysely<Tables>, which: RowsOf | 'all', { lock = false } = {}): Promise<readonly KitosRow[]> => {
  let ids: readonly number[] | 'all' = 'all';
  if (which !== 'all') ids = await idsOf(db, which);
  if (ids.length === 0) return [];
  let query = db.selectFrom('kitos_it_system').select(['id', 'kitos_uuid', 'kitos_usage_uuid', 'name', 'active']).orderBy('id');
  if (ids !== 'all') query = query.where('id', 'in', ids);
  if (lock) query = query.forUpdate();
  const rows = await query.execute();
  const holders = await holdersOf(db, ids);
  return rows.map((row) => ({
    id: row.id,
    systemUuid: uuidOfBytes(row.kitos_uuid),
    usageUuid: row.kitos_usage_uuid === null ? null : uuidOfBytes(row.kitos_usage_uuid),
    name: row.name,
    active: row.active === 1,
    holders: holders.get(row.id) ?? [],
  }));
};

const idsOf = async (db: Kysely<Tables>, { systems, usages }: RowsOf): Promise<readonly number[]> => {
  const rows = await db
    .selectFrom('kitos_it_system')
    .select('id')
    .where((is) =>
      is.or([
        ...(systems.length > 0 ? [is('kitos_uuid', 'in', systems.map(bytesOfUuid))] : []),
        ...(usages.length > 0 ? [is('kitos_usage_uuid', 'in', usages.map(bytesOfUuid))] : []),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
};

/** Holders in roles that are not ours to keep are as if they were not there. */
const holdersOf = async (db: Kysely<Tables>, ids: readonly number[] | 'all'): Promise<ReadonlyMap<number, readonly StoredHolder[]>> => {
  let query = db
    .selectFrom('kitos_it_system_user')
    .select(['id', 'kitos_uuid', 'name', 'email', 'role', 'kitos_it_system_id'])
    .where('role', 'in', holderRole.options)
    .orderBy('id');
  if (ids !== 'all') query = query.where('kitos_it_system_id', 'in', ids);
  const holders = (await query.execute()).map(({ id, kitos_uuid, name, email, role, kitos_it_system_id }) => ({
    rowId: kitos_it_system_id,
    holder: { id, uuid: uuidOfBytes(kitos_uuid), role: holderRole.parse(role), name, email },
  }));
  const groups = groupBy(holders, ({ rowId }) => rowId);
  return new Map([...groups].map(([rowId, group]) => [rowId, group.map(({ holder }) => holder)]));
};
