import type { MoAddress, MoClass, Uuid } from '@os2bridge/model';
import type { Collection } from '../graphql/collection.ts';
import { readFor } from '../graphql/read-for.ts';
import type { AddressRow } from '../queries/address-queries.ts';
import { addressText } from './address-text.ts';
import type { MoContext } from './mo-context.ts';
import { readStreetNames } from './read-street-names.ts';

/**
 * Those owners' addresses, with the text that MO would display. The scope of an address is that of its type (a class), which is read along; only DAR
 * addresses are then looked up. A failed look-up is a null text, never a failed read.
 */
export const readAddresses = async (
  mo: MoContext,
  collection: Collection<AddressRow>,
  owners: readonly Uuid[],
  readClasses: (classes: readonly Uuid[]) => Promise<readonly MoClass[]>,
  lookUpStreets: boolean,
): Promise<readonly MoAddress[]> => {
  const rows = await readFor(mo.ask, collection, owners, mo.pageSize);
  // Only a look-up needs to know the scope; without one the stored value is the text, and a request is spared.
  const types = lookUpStreets ? await readClasses([...new Set(rows.map((row) => row.address_type_uuid))]) : [];
  const scopes = new Map(types.map(({ uuid, scope }) => [uuid, scope]));
  const scopeOf = (row: AddressRow): string | null => scopes.get(row.address_type_uuid) ?? null;
  const streets = lookUpStreets
    ? await readStreetNames(
        mo,
        rows.filter((row) => scopeOf(row) === 'DAR').map(({ uuid }) => uuid),
      )
    : new Map<Uuid, string>();
  return rows.map((row) => ({
    uuid: row.uuid,
    type: row.address_type_uuid,
    visibility: row.visibility_uuid,
    text: addressText(row, scopeOf(row), streets),
    person: row.employee_uuid,
    unit: row.org_unit_uuid,
    engagement: row.engagement_uuid,
  }));
};
