import type { Uuid } from '@os2bridge/model';
import { z } from 'zod';
import type { KitosTime } from '../time/kitos-time.ts';
import { KITOS_BEGINNING } from '../time/overlapping.ts';
import { anyCase } from './any-case.ts';
import type { Paging } from './pages.ts';
import { timeWalk } from './time-walk.ts';
import { kitosTime, text, uuid } from './wire-values.ts';

/** An IT system of the shared catalogue. */
export interface KitosSystem {
  readonly uuid: Uuid;
  readonly name: string | null;
  /** Moved by a rename, a deactivation, and a usage that moves to or from it; not by a usage that begins. */
  readonly lastModified: KitosTime;
  /** No organisation can begin to use it; those who do, go on. */
  readonly deactivated: boolean;
}

const rows = z.array(
  anyCase({ uuid, name: text, lastModified: kitosTime, deactivated: z.boolean().nullish() }).transform((system): KitosSystem => ({
    ...system,
    deactivated: system.deactivated ?? false,
  })),
);

/** The systems that the organisation uses, deactivated ones too, all or those changed since, oldest change first. */
export const readSystems = (
  paging: Paging,
  organisation: Uuid,
  since: KitosTime = KITOS_BEGINNING,
): AsyncGenerator<readonly KitosSystem[], void, void> => {
  const query = { usedInOrganizationUuid: organisation, includeDeactivated: 'true' };
  const list = { operation: 'systems', path: 'api/v2/it-systems', query, rows } as const;
  return timeWalk(list, paging, { parameter: 'changedSinceGtEq', since, timeOf: ({ lastModified }) => lastModified });
};

const DANISH = new Intl.Collator('da');

/** What a person may choose from when linking: the systems in use that are not deactivated, by name. */
export const readSystemsForDropdown = async (paging: Paging, organisation: Uuid): Promise<readonly KitosSystem[]> => {
  const byUuid = new Map<Uuid, KitosSystem>();
  for await (const page of readSystems(paging, organisation)) for (const system of page) byUuid.set(system.uuid, system);
  const choices = [...byUuid.values()].filter(({ deactivated }) => !deactivated);
  return choices.toSorted((one, other) => DANISH.compare(one.name ?? '', other.name ?? '') || (one.uuid < other.uuid ? -1 : 1));
};
