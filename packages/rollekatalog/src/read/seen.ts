import { createHash } from 'node:crypto';
import type { Uuid } from '@os2bridge/model';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { bytesOfUuid, uuidOfBytes } from '../database/uuid-bytes.ts';

/** What the bridge knows of a usage: the newest change it has applied ('' = none), or that and when it was deleted. */
export interface Seen {
  readonly lastModified: string;
  readonly deleted: boolean;
}

/**
 * The bridge's own table (docs/adr/0010), in the same transaction as what it is about. Rollekatalog's tables have no room for the time of a change, and
 * no key that would keep two workers from both inserting one system: the row of that system here is what they wait for.
 */
export interface SeenTable {
  /** Locks the row of this usage or system, which is made if need be, until the transaction ends. */
  lock(trx: Transaction<Tables>, uuid: Uuid): Promise<Seen>;
  /** Locks what has a name instead of a uuid, e.g. a setting. */
  lockName(trx: Transaction<Tables>, name: string): Promise<void>;
  read(db: Kysely<Tables>, uuids: readonly Uuid[] | 'all'): Promise<ReadonlyMap<Uuid, Seen>>;
  write(trx: Transaction<Tables>, uuid: Uuid, seen: Seen): Promise<void>;
}

/** The table in the database of that name. */
export const createSeenTable = (database: string): SeenTable => {
  const find = async (trx: Transaction<Tables>, uuid: Buffer): Promise<Seen | undefined> => {
    const row = await trx
      .withSchema(database)
      .selectFrom('kitos_seen')
      .select(['last_modified', 'deleted'])
      .where('uuid', '=', uuid)
      .forUpdate()
      .executeTakeFirst();
    return row && { lastModified: row.last_modified, deleted: row.deleted === 1 };
  };
  const lock = async (trx: Transaction<Tables>, uuid: Buffer): Promise<Seen> => {
    const found = await find(trx, uuid);
    if (found !== undefined) return found;
    await trx.withSchema(database).insertInto('kitos_seen').ignore().values({ uuid, last_modified: '', deleted: 0 }).execute();
    return (await find(trx, uuid)) ?? { lastModified: '', deleted: false };
  };
  return {
    lock: (trx, uuid) => lock(trx, bytesOfUuid(uuid)),
    lockName: async (trx, name) => {
      await lock(trx, createHash('sha256').update(name).digest().subarray(0, 16));
    },
    read: async (db, uuids) => {
      if (uuids.length === 0) return new Map();
      let query = db.withSchema(database).selectFrom('kitos_seen').select(['uuid', 'last_modified', 'deleted']);
      if (uuids !== 'all') query = query.where('uuid', 'in', uuids.map(bytesOfUuid));
      const rows = await query.execute();
      return new Map(rows.map((row) => [uuidOfBytes(row.uuid), { lastModified: row.last_modified, deleted: row.deleted === 1 }]));
    },
    write: async (trx, uuid, { lastModified, deleted }) => {
      const set = { last_modified: lastModified, deleted: deleted ? 1 : 0 };
      await trx.withSchema(database).updateTable('kitos_seen').set(set).where('uuid', '=', bytesOfUuid(uuid)).execute();
    },
  };
};
