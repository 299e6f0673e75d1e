import type { Uuid } from '@os2bridge/model';
import { z } from 'zod';
import type { Ask } from '../http/ask.ts';
import { errorOfAnswer, kitosAnswer } from '../http/classify.ts';
import { parseAnswer } from '../http/parse-answer.ts';
import type { KitosTime } from '../time/kitos-time.ts';
import { KITOS_BEGINNING } from '../time/overlapping.ts';
import { anyCase } from './any-case.ts';
import type { ListOptions } from './list-options.ts';
import type { Paging } from './pages.ts';
import { timeWalk } from './time-walk.ts';
import { kitosTime, reference, uuid } from './wire-values.ts';

/** Uuid and name; the name is null when Kitos gives none. */
export interface KitosReference {
  readonly uuid: Uuid;
  readonly name: string | null;
}

/** One person in one role on one usage. */
export interface KitosHolder {
  readonly user: KitosReference;
  readonly role: KitosReference;
}

/** That an organisation uses a system. The key is its uuid: it can move to another system. */
export interface KitosUsage {
  readonly uuid: Uuid;
  /** Not moved by: a new name or e-mail of a holder, a new name of the system, a validity that ends by date or contract. */
  readonly lastModified: KitosTime;
  readonly system: KitosReference;
  /** null = Kitos does not say. */
  readonly organisation: Uuid | null;
  /** As Kitos works it out today; null = it does not say (upstream counts that as valid). */
  readonly valid: boolean | null;
  /** Every holder of every role, in no order. */
  readonly holders: readonly KitosHolder[];
}

const row = anyCase({
  uuid,
  lastModified: kitosTime,
  systemContext: reference,
  organizationContext: anyCase({ uuid }).nullish(),
  general: anyCase({ validity: anyCase({ valid: z.boolean().nullish() }).nullish() }).nullish(),
  // Required: a usage without the list would look like one whose holders have all left.
  roles: z.array(anyCase({ user: reference, role: reference })),
}).transform((usage): KitosUsage => ({
  uuid: usage.uuid,
  lastModified: usage.lastModified,
  system: usage.systemContext,
  organisation: usage.organizationContext?.uuid ?? null,
  valid: usage.general?.validity?.valid ?? null,
  holders: usage.roles,
}));

const rows = z.array(row);

/** The organisation's usages, all or those changed since, oldest change first. Throws `kitos-answer` when another organisation's is among them. */
export async function* readUsages(
  paging: Paging,
  organisation: Uuid,
  since: KitosTime = KITOS_BEGINNING,
): AsyncGenerator<readonly KitosUsage[], void, void> {
  const list = { operation: 'usages', path: 'api/v2/it-system-usages', query: { organizationUuid: organisation }, rows } as const;
  const pages = timeWalk(list, paging, { parameter: 'changedSinceGtEq', since, timeOf: ({ lastModified }) => lastModified });
  for await (const page of pages) {
    const foreign = page.find((usage) => usage.organisation !== null && usage.organisation !== organisation);
    if (foreign !== undefined) throw kitosAnswer('usages', `${foreign.uuid} belongs to another organisation`);
    yield page;
  }
}

/** A web page is not Kitos' word: a proxy's 404 must not look like a deletion. */
const isWebPage = (body: string): boolean => body.trimStart().startsWith('<');

/** One usage; null when Kitos says that there is none (404). */
export const readUsage = async (ask: Ask, usage: Uuid, { signal }: ListOptions): Promise<KitosUsage | null> => {
  const answer = await ask({ operation: 'usage', path: `api/v2/it-system-usages/${usage}`, signal });
  if (answer.status === 404 && !isWebPage(answer.body)) return null;
  if (answer.status !== 200) throw errorOfAnswer(answer);
  const read = parseAnswer(row, answer);
  if (read.uuid !== usage) throw kitosAnswer('usage', `${usage} was asked for and ${read.uuid} came`);
  return read;
};
