import type { Uuid } from '@os2bridge/model';
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { LinkPlan, UserDelta } from '../decide/link-plan.ts';
import { backFill } from './back-fill.ts';
import { writeAudit } from './write-audit.ts';

/** The Kitos system as the audit log names it. */
export interface AuditedSystem {
  readonly uuid: Uuid;
  readonly name: string;
}

/** Writes a link's plan with everything that hangs on it; an empty one writes nothing. The IT system's row is locked already. */
export const writeLink = async (trx: Transaction<Tables>, plan: LinkPlan, system: AuditedSystem): Promise<void> => {
  const { link, owners, responsibles } = plan;
  await writeUsers(trx, 'it_system_system_owner', link.id, owners);
  await writeUsers(trx, 'it_system_attestation_responsible', link.id, responsibles);
  const collection = await writeCollection(trx, plan);
  if (plan.backFill && collection !== null) await backFill(trx, link.id, collection);
  const lines = await auditLines(trx, plan);
  if (lines.length > 0) await writeAudit(trx, link, `Fra OS2kitos-systemet ${system.name} (${system.uuid}): ${lines.join('; ')}`);
};

const writeUsers = async (
  trx: Transaction<Tables>,
  table: 'it_system_system_owner' | 'it_system_attestation_responsible',
  itSystem: number,
  { add, remove }: UserDelta,
): Promise<void> => {
  if (remove.length > 0) await trx.deleteFrom(table).where('itsystem_id', '=', itSystem).where('user_uuid', 'in', remove).execute();
  if (add.length > 0) {
    const rows = add.map((user) => ({ itsystem_id: itSystem, user_uuid: user }));
    await trx.insertInto(table).values(rows).execute();
  }
};

/** The collection's id, made when there is somebody to put in it; null = there is none and nobody. Attestations are never deleted (sync-rules §2). */
const writeCollection = async (trx: Transaction<Tables>, { link, collection: { add, remove } }: LinkPlan): Promise<number | null> => {
  if (link.collection === null && add.length === 0) return null;
  const id = link.collection?.id ?? (await insertCollection(trx, link.id));
  const members = 'attestation_attestation_responsible_collection_uuids';
  if (remove.length > 0)
    await trx.deleteFrom(members).where('attestation_responsible_collection_id', '=', id).where('users_uuid', 'in', remove).execute();
  if (add.length > 0) {
    const rows = add.map((user) => ({ attestation_responsible_collection_id: id, users_uuid: user }));
    await trx.insertInto(members).values(rows).execute();
  }
  return id;
};

const insertCollection = async (trx: Transaction<Tables>, itSystem: number): Promise<number> => {
  const insert = trx.insertInto('attestation_attestation_responsible_collection').values({ it_system_id: itSystem });
  const { insertId } = await insert.executeTakeFirstOrThrow();
  return Number(insertId);
};

/** Who became or ceased to be what. Names are at home in Rollekatalog's own log; they go nowhere else. */
const auditLines = async (trx: Transaction<Tables>, { owners, responsibles }: LinkPlan): Promise<readonly string[]> => {
  const uuids = [...owners.add, ...owners.remove, ...responsibles.add, ...responsibles.remove];
  if (uuids.length === 0) return [];
  const users = await trx.selectFrom('users').select(['uuid', 'name']).where('uuid', 'in', uuids).execute();
  const names = new Map(users.map(({ uuid, name }) => [uuid.toLowerCase(), name]));
  const people = (list: readonly string[]): string =>
    list.map((uuid) => `${names.get(uuid.toLowerCase()) ?? 'ukendt'} (${uuid})`).join(', ');
  const line = (text: string, list: readonly string[]): readonly string[] => (list.length === 0 ? [] : [`${text}: ${people(list)}`]);
  return [
    ...line('ny systemejer', owners.add),
    ...line('ikke længere systemejer', owners.remove),
    ...line('ny systemansvarlig', responsibles.add),
    ...line('ikke længere systemansvarlig', responsibles.remove),
  ];
};
