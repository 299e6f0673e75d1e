import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { bytesOfUuid } from '../database/uuid-bytes.ts';
import type { RowPlan } from '../decide/row-plan.ts';

/** Writes a row's plan; an empty one writes nothing. `active` is always given: a NULL would break Rollekatalog's loading of the row. */
export const writeRow = async (trx: Transaction<Tables>, plan: RowPlan): Promise<void> => {
  const id = plan.row === null ? await insertRow(trx, plan) : await updateRow(trx, plan.row.id, plan);
  for (const { id: holder, name, email } of plan.update)
    await trx.updateTable('kitos_it_system_user').set({ name, email }).where('id', '=', holder).execute();
  if (plan.remove.length > 0) {
    const ids = plan.remove.map((holder) => holder.id);
    await trx.deleteFrom('kitos_it_system_user').where('id', 'in', ids).execute();
  }
  if (plan.add.length > 0) {
    const rows = plan.add.map(({ uuid, role, name, email }) => ({
      kitos_uuid: bytesOfUuid(uuid),
      role,
      name,
      email,
      kitos_it_system_id: id,
    }));
    await trx.insertInto('kitos_it_system_user').values(rows).execute();
  }
};

const columnsOf = ({ name, active, usageUuid }: RowPlan['set']) => ({
  ...(name !== undefined && { name }),
  ...(active !== undefined && { active: active ? 1 : 0 }),
  ...(usageUuid !== undefined && { kitos_usage_uuid: usageUuid === null ? null : bytesOfUuid(usageUuid) }),
});

const insertRow = async (trx: Transaction<Tables>, { systemUuid, set }: RowPlan): Promise<number> => {
  const row = { kitos_uuid: bytesOfUuid(systemUuid), name: set.name ?? systemUuid, active: 0, ...columnsOf(set) };
  const { insertId } = await trx.insertInto('kitos_it_system').values(row).executeTakeFirstOrThrow();
  return Number(insertId);
};

const updateRow = async (trx: Transaction<Tables>, id: number, { set }: RowPlan): Promise<number> => {
  if (Object.keys(set).length > 0) await trx.updateTable('kitos_it_system').set(columnsOf(set)).where('id', '=', id).execute();
  return id;
};
