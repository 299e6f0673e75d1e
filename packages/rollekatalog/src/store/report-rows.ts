import type { Uuid } from '@os2bridge/model';
import { matchHolder, type MissReason } from '../match/match-holder.ts';
import type { UserIndex } from '../match/user-index.ts';
import type { KitosRow } from '../read/kitos-row.ts';
import type { LinkedSystem } from '../read/linked-system.ts';
import { readKitosRows } from '../read/read-kitos-rows.ts';
import { readLinkedSystems } from '../read/read-linked-systems.ts';
import type { HolderRole } from '../usage-state.ts';
import type { StoreContext } from './store-context.ts';

/** A person in the report; null = Rollekatalog has no living user with this uuid any more. */
export interface ReportedPerson {
  readonly uuid: string;
  readonly name: string | null;
}

/** A line of the report: an IT system, what it is linked to, and whom that gives. Holds names: it is for Rollekatalog's administrators, not for a log. */
export interface ReportRow {
  readonly itSystem: { readonly id: number; readonly name: string; readonly hidden: boolean };
  readonly kitosSystem: { readonly uuid: Uuid; readonly name: string; readonly active: boolean; readonly usage: Uuid | null } | null;
  readonly owners: readonly ReportedPerson[];
  readonly responsibles: readonly ReportedPerson[];
  /** Kitos holders without a user, and why. */
  readonly missing: readonly { readonly role: HolderRole; readonly holder: Uuid; readonly name: string; readonly reason: MissReason }[];
  /** inactive: the link's usage is invalid or gone. no-owner, no-responsible: the field is empty; where Rollekatalog shows its warning. */
  readonly warnings: readonly ('inactive' | 'no-owner' | 'no-responsible')[];
}

/** Every IT system that is not deleted, hidden ones too, by name in Danish order. */
export const reportRows = async (context: StoreContext): Promise<readonly ReportRow[]> => {
  const { db } = context;
  const users = await context.users.refresh();
  const rows = new Map((await readKitosRows(db, 'all')).map((row) => [row.id, row]));
  const links = new Map((await readLinkedSystems(db, 'all')).map((link) => [link.id, link]));
  const people = await db.selectFrom('users').select(['uuid', 'name']).where('deleted', '=', 0).execute();
  const names = new Map(people.map(({ uuid, name }) => [uuid.toLowerCase(), name]));
  const all = await db.selectFrom('it_systems').select(['id', 'name', 'hidden']).where('deleted', '=', 0).execute();
  const byName = new Intl.Collator('da');
  return all
    .map(({ id, name, hidden }): ReportRow => {
      const link = links.get(id);
      const row = link && rows.get(link.rowId);
      const itSystem = { id, name, hidden: hidden === 1 };
      if (link === undefined || row === undefined)
        return { itSystem, kitosSystem: null, owners: [], responsibles: [], missing: [], warnings: [] };
      return { itSystem, ...linkedPart(row, link, users, names) };
    })
    .toSorted((one, other) => byName.compare(one.itSystem.name, other.itSystem.name) || one.itSystem.id - other.itSystem.id);
};

const linkedPart = (
  row: KitosRow,
  link: LinkedSystem,
  users: UserIndex,
  names: ReadonlyMap<string, string>,
): Omit<ReportRow, 'itSystem'> => {
  const person = (uuid: string): ReportedPerson => ({ uuid, name: names.get(uuid.toLowerCase()) ?? null });
  return {
    kitosSystem: { uuid: row.systemUuid, name: row.name, active: row.active, usage: row.usageUuid },
    owners: link.owners.map(person),
    responsibles: link.responsibles.map(person),
    missing: row.holders.flatMap((holder) => {
      const match = matchHolder(holder, users);
      return match.matched ? [] : [{ role: holder.role, holder: holder.uuid, name: holder.name, reason: match.reason }];
    }),
    warnings: [
      ...(row.active ? [] : ['inactive' as const]),
      ...(link.owners.length > 0 ? [] : ['no-owner' as const]),
      ...(link.responsibles.length > 0 ? [] : ['no-responsible' as const]),
    ],
  };
};
