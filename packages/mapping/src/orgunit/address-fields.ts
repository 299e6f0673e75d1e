import type { AddressRule } from '@os2bridge/config';
import type { MoAddress, MoClass, OrgUnitTextField } from '@os2bridge/model';
import { classOf } from '../desk/class-of.ts';
import { report, type Desk } from '../desk/desk.ts';
import { isPublic } from '../desk/is-public.ts';
import { textOf } from '../text/text-of.ts';

export interface AddressFields {
  /** Every field that the address table can fill; null = MO has nothing for it. */
  readonly values: Partial<Record<OrgUnitTextField, string | null>>;
  /** Fields whose deciding street address could not be looked up: FK's text stays. */
  readonly keep: readonly OrgUnitTextField[];
}

/**
 * The address table of sync-rules §1.2: first matching row per address; several addresses on one field: the last in uuid order decides,
 * also when its look-up failed. Hidden addresses do not count.
 */
export const addressFields = (addresses: readonly MoAddress[], desk: Desk): AddressFields => {
  const { addressRules } = desk.context.rules;
  const deciding = new Map<OrgUnitTextField, MoAddress>();
  for (const address of addresses) {
    if (!isPublic(desk, address)) continue;
    const field = fieldOf(classOf(desk, address.type, 'address type'), addressRules);
    const known = field && deciding.get(field);
    if (field && (!known || address.uuid > known.uuid)) deciding.set(field, address);
  }

  const values: Partial<Record<OrgUnitTextField, string | null>> = {};
  const keep: OrgUnitTextField[] = [];
  for (const { field } of addressRules) {
    if (field in values) continue;
    const address = deciding.get(field);
    values[field] = address ? textOf(desk, address.text, field, address.uuid) : null;
    if (address && address.text === null) {
      keep.push(field);
      report(desk, 'address-lookup-failed', { field, uuid: address.uuid });
    }
  }
  return { values, keep };
};

/** The field of the first matching row; undefined when no row matches and the address goes nowhere. */
const fieldOf = (type: MoClass, rules: readonly AddressRule[]): OrgUnitTextField | undefined =>
  rules.find(
    (rule) =>
      rule.scope === type.scope &&
      (rule.userKey === undefined || rule.userKey === type.userKey) &&
      (rule.class === undefined || rule.class === type.uuid),
  )?.field;
