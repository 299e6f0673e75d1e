import type { KitosRow, StoredHolder } from '../read/kitos-row.ts';
import type { UsageHolder, UsageState } from '../usage-state.ts';
import type { NewHolder, RowPlan } from './row-plan.ts';

/** Turns a text from Kitos into one the column can hold. */
export type Storable = (text: string | null) => string;

/**
 * What brings one row in line with a usage, as differences. An invalid usage only sets `active`: its holders stay as they are, as upstream does
 * (sync-rules §2). Nothing is deleted and inserted again, so an unchanged system has an empty plan.
 */
export const decideRow = (row: KitosRow | null, usage: UsageState, storable: Storable): RowPlan => {
  const name = storable(usage.system.name) || row?.name || usage.system.uuid;
  const set = {
    ...(row?.name !== name && { name }),
    ...(row?.active !== usage.valid && { active: usage.valid }),
    ...(row?.usageUuid !== usage.uuid && { usageUuid: usage.uuid }),
  };
  const stored = row?.holders ?? [];
  const holders = usage.valid ? decideHolders(stored, usage.holders, storable) : { add: [], update: [], remove: [], holders: stored };
  return { row, systemUuid: usage.system.uuid, name, set, ...holders };
};

/** For a row whose usage has moved to another system: not in use any more. Its link and holders stay, as with a deleted usage. */
export const decideLeftRow = (row: KitosRow): RowPlan => ({
  row,
  systemUuid: row.systemUuid,
  name: row.name,
  set: { ...(row.active && { active: false }), usageUuid: null },
  add: [],
  update: [],
  remove: [],
  holders: row.holders,
});

const keyOf = ({ role, uuid }: Pick<StoredHolder, 'role' | 'uuid'>): string => `${role} ${uuid}`;

const decideHolders = (
  stored: readonly StoredHolder[],
  wanted: readonly UsageHolder[],
  storable: Storable,
): Pick<RowPlan, 'add' | 'update' | 'remove' | 'holders'> => {
  const left = new Map(stored.toReversed().map((holder) => [keyOf(holder), holder]));
  const kept = new Set<number>();
  const plan = { add: [] as NewHolder[], update: [] as StoredHolder[], holders: [] as NewHolder[] };
  for (const holder of new Map(wanted.map((one) => [keyOf(one), one])).values()) {
    const before = left.get(keyOf(holder));
    // Without the user list the e-mail is unknown, which is no reason to forget the one we know.
    const email = holder.listed ? storable(holder.email) : (before?.email ?? '');
    const after = { uuid: holder.uuid, role: holder.role, name: storable(holder.name) || (before?.name ?? ''), email };
    plan.holders.push(after);
    if (before === undefined) plan.add.push(after);
    else {
      kept.add(before.id);
      if (before.name !== after.name || before.email !== after.email) plan.update.push({ ...after, id: before.id });
    }
  }
  return { ...plan, remove: stored.filter(({ id }) => !kept.has(id)) };
};
