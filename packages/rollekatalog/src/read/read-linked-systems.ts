import { groupBy } from '@os2bridge/model';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { LinkedSystem } from './linked-system.ts';

/** The IT systems linked to these rows of kitos_it_system, lowest id first; soft-deleted ones are none of ours. `lock` locks their rows, one after the other. */
export const readLinkedSystems = async (
  db: Kysely<Tables>,
  rowIds: readonly number[] | 'all',
  { lock = false } = {},
): Promise<readonly LinkedSystem[]> => {
  if (rowIds.length === 0) return [];
  let query = db.selectFrom('it_systems').select(['id', 'name', 'hidden', 'kitos_it_system_id']).where('deleted', '=', 0).orderBy('id');
  query = rowIds === 'all' ? query.where('kitos_it_system_id', 'is not', null) : query.where('kitos_it_system_id', 'in', rowIds);
  if (lock) query = query.forUpdate();
  const systems = await query.execute();
  if (systems.length === 0) return [];

  const ids = systems.map(({ id }) => id);
  const owners = await usersIn(db, 'it_system_system_owner', ids);
  const responsibles = await usersIn(db, 'it_system_attestation_responsible', ids);
  const collections = await collectionsOf(db, ids);
  return systems.flatMap(({ id, name, hidden, kitos_it_system_id: rowId }) => {
    if (rowId === null) return [];
    const found = { owners: owners.get(id) ?? [], responsibles: responsibles.get(id) ?? [], collection: collections.get(id) ?? null };
    return [{ id, name, hidden: hidden === 1, rowId, ...found }];
  });
};

const usersIn = async (
  db: Kysely<Tables>,
  table: 'it_system_system_owner' | 'it_system_attestation_responsible',
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> => {
  const rows = await db.selectFrom(table).select(['itsystem_id', 'user_uuid']).where('itsystem_id', 'in', ids).orderBy('id').execute();
  const groups = groupBy(rows, (row) => row.itsystem_id);
  return new Map([...groups].map(([id, group]) => [id, group.map((row) => row.user_uuid)]));
};

/** One collection per IT system is meant (facts/rollekatalog.md §2.4); of several the first is it. */
const collectionsOf = async (
  db: Kysely<Tables>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, { id: number; uuids: readonly string[] }>> => {
  const rows = await db
    .selectFrom('attestation_attestation_responsible_collection as collection')
    .leftJoin(
      'attestation_attestation_responsible_collection_uuids as member',
      'member.attestation_responsible_collection_id',
      'collection.id',
    )
    .select(['collection.id', 'collection.it_system_id', 'member.users_uuid'])
    .where('collection.it_system_id', 'in', ids)
    .orderBy('collection.id')
    .execute();
  const found = new Map<number, { id: number; uuids: string[] }>();
  for (const { id, it_system_id: system, users_uuid: user } of rows) {
    if (system === null) continue;
    const collection = found.get(system) ?? { id, uuids: [] };
    found.set(system, collection);
    if (collection.id === id && user !== null) collection.uuids.push(user);
  }
  return found;
};
