import { type Container, containerOf } from '../resolve/container.ts';
import type { RequestContext } from '../resolve/request-context.ts';
import { changed, sameRow } from './edit-row.ts';
import { moError } from './mo-error.ts';
import { type ValidityInput, writtenDates } from './write-dates.ts';

export interface UnitUpdateInput {
  readonly uuid: string;
  readonly name?: string | null;
  readonly user_key?: string | null;
  readonly parent?: string | null;
  readonly org_unit_type?: string | null;
  readonly org_unit_level?: string | null;
  readonly org_unit_hierarchy?: string | null;
  readonly time_planning?: string | null;
  readonly validity: ValidityInput;
}

/** Unset keeps, null clears (since v22). */
const kept = <Value>(said: Value | null | undefined, before: Value | null): Value | null => (said === undefined ? before : said);

/** `org_unit_update`. */
export const updateUnit = (input: UnitUpdateInput, context: RequestContext): Container => {
  const row = context.store.tables.org_units.get(input.uuid);
  if (row === undefined) throw moError('E_ORG_UNIT_NOT_FOUND', { org_unit_uuid: input.uuid });
  const after = changed(row, writtenDates(input.validity, context.version), (fields) => ({
    ...fields,
    name: input.name ?? fields.name,
    user_key: input.user_key ?? fields.user_key,
    parent: kept(input.parent, fields.parent),
    unit_type: kept(input.org_unit_type, fields.unit_type),
    org_unit_level: kept(input.org_unit_level, fields.org_unit_level),
    org_unit_hierarchy: kept(input.org_unit_hierarchy, fields.org_unit_hierarchy),
    time_planning: kept(input.time_planning, fields.time_planning),
  }));
  if (!sameRow(row, after)) context.transaction.put('org_units', after);
  return containerOf('org_units', input.uuid);
};
