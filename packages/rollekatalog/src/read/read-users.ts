import type { Kysely } from 'kysely';
import type { RollekatalogUser } from '../match/rollekatalog-user.ts';
import type { Tables } from '../database/tables.ts';

/** Rollekatalog's first domain, seeded with every database; accounts of other domains are secondary (facts/rollekatalog.md §2.5). */
const PRIMARY_DOMAIN = 'administrativt';

/** Every account that is not deleted; no CPR, no phone. Compared in the bridge and not by SQL, because the collation is whatever the server has. */
export const readUsers = async (db: Kysely<Tables>): Promise<readonly RollekatalogUser[]> => {
  const rows = await db
    .selectFrom('users')
    .innerJoin('domains', 'domains.id', 'users.domain_id')
    .select(['users.uuid', 'users.ext_uuid', 'users.name', 'users.email', 'users.disabled', 'domains.name as domain'])
    .where('users.deleted', '=', 0)
    .execute();
  return rows.map((row) => ({
    uuid: row.uuid,
    extUuid: row.ext_uuid,
    name: row.name,
    email: row.email,
    disabled: row.disabled === 1,
    deleted: false,
    inPrimaryDomain: row.domain.trim().toLowerCase() === PRIMARY_DOMAIN,
  }));
};
