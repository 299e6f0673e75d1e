import type { Uuid } from '@os2bridge/model';
import { matchHolder, type HolderMatch } from '../match/match-holder.ts';
import { readKitosRows } from '../read/read-kitos-rows.ts';
import { readLinkedSystems } from '../read/read-linked-systems.ts';
import type { HolderRole } from '../usage-state.ts';
import type { StoreContext } from './store-context.ts';

/** What Rollekatalog holds of one usage, and whom each of its holders matches today. */
export interface ExplainedUsage {
  readonly system: { readonly uuid: Uuid; readonly name: string; readonly active: boolean };
  /** The newest change applied, seven decimals and Z; null = none by the bridge. */
  readonly lastModified: string | null;
  readonly deleted: boolean;
  readonly holders: readonly { readonly role: HolderRole; readonly uuid: Uuid; readonly match: HolderMatch }[];
  readonly links: readonly {
    readonly id: number;
    readonly name: string;
    readonly owners: readonly string[];
    readonly responsibles: readonly string[];
  }[];
}

/** Reads and decides, writes nothing. null = Rollekatalog has no row for this usage. */
export const explainUsage = async (context: StoreContext, usage: Uuid): Promise<ExplainedUsage | null> => {
  const [row] = await readKitosRows(context.db, { systems: [], usages: [usage] });
  if (row === undefined) return null;
  const users = await context.users.refresh();
  const seen = (await context.seen.read(context.db, [usage])).get(usage);
  const links = await readLinkedSystems(context.db, [row.id]);
  return {
    system: { uuid: row.systemUuid, name: row.name, active: row.active },
    lastModified: seen?.lastModified || null,
    deleted: seen?.deleted ?? false,
    holders: row.holders.map((holder) => ({ role: holder.role, uuid: holder.uuid, match: matchHolder(holder, users) })),
    links: links.map(({ id, name, owners, responsibles }) => ({ id, name, owners, responsibles })),
  };
};
