import type { Uuid } from '@os2bridge/model';
import { z } from 'zod';
import { KitosError } from '../kitos-error.ts';
import { anyCase } from './any-case.ts';
import { offsetWalk } from './offset-walk.ts';
import type { Paging } from './pages.ts';
import { text, uuid } from './wire-values.ts';

export interface KitosOrganisation {
  readonly uuid: Uuid;
  readonly name: string | null;
  readonly cvr: string;
}

const rows = z.array(anyCase({ uuid, name: text, cvr: text }));

/**
 * The one organisation with exactly this CVR number: `cvrContent` is a substring filter (facts/kitos.md §2.1).
 * Throws `kitos-organisation` (pause) when there is none that the account can see, or more than one.
 */
export const readOrganisation = async (paging: Paging, cvr: string): Promise<KitosOrganisation> => {
  const list = { operation: 'organisation', path: 'api/v2/organizations', query: { cvrContent: cvr }, rows } as const;
  const exact: KitosOrganisation[] = [];
  for await (const page of offsetWalk(list, paging))
    for (const row of page) if (row.cvr === cvr) exact.push({ uuid: row.uuid, name: row.name, cvr: row.cvr });
  const [found, ...others] = exact;
  if (found !== undefined && others.length === 0) return found;
  const what =
    found === undefined
      ? `has no organisation with exactly the CVR number ${cvr} that our account can see. Check the CVR number, and the account's organisation in Kitos.`
      : `has ${exact.length} organisations with the CVR number ${cvr}: ${exact.map((one) => one.uuid).join(', ')}. Which one is meant must be settled in Kitos.`;
  throw new KitosError('kitos-organisation', `OS2kitos ${what}`, 'organisation', null, { fate: 'pause' });
};
