import type { Uuid } from '@os2bridge/model';
import { z } from 'zod';
import type { Ask } from '../http/ask.ts';
import { errorOfAnswer } from '../http/classify.ts';
import { parseAnswer } from '../http/parse-answer.ts';
import { anyCase } from './any-case.ts';
import type { ListOptions } from './list-options.ts';
import { text, uuid } from './wire-values.ts';

/** A role that somebody can have on a usage. */
export interface KitosRoleType {
  readonly uuid: Uuid;
  /** `Systemejer`, as this Kitos calls it. */
  readonly name: string | null;
}

const rows = z.array(anyCase({ uuid, name: text }));

/** The roles that are switched on in this organisation; this list alone has no pages (facts/kitos.md §2.6). */
export const readUsageRoleTypes = async (ask: Ask, organisation: Uuid, { signal }: ListOptions): Promise<readonly KitosRoleType[]> => {
  const path = 'api/v2/it-system-usage-role-types';
  const answer = await ask({ operation: 'role types', path, query: { organizationUuid: organisation }, signal });
  if (answer.status !== 200) throw errorOfAnswer(answer);
  return parseAnswer(rows, answer);
};
