import type { Uuid } from '@os2bridge/model';
import { z } from 'zod';
import type { Collection } from '../graphql/collection.ts';
import { uuidField } from './uuid-field.ts';

// Never `name` here: for a DAR address it asks a register over the network, which may hang for 12 s and more (facts: os2mo §4.6).
const FIELDS = `objects { uuid current { value value2 address_type_uuid visibility_uuid employee_uuid org_unit_uuid engagement_uuid } } page_info { next_cursor }`;

const current = z.object({
  value: z.string(),
  value2: z.string().nullable(),
  address_type_uuid: uuidField,
  visibility_uuid: uuidField.nullable(),
  employee_uuid: uuidField.nullable(),
  org_unit_uuid: uuidField.nullable(),
  engagement_uuid: uuidField.nullable(),
});

const row = z
  .object({ uuid: uuidField, current: current.nullable() })
  .transform((address): AddressRow | null => address.current && { uuid: address.uuid, ...address.current });

export type AddressRow = z.infer<typeof current> & { readonly uuid: Uuid };

export const unitAddressesQuery: Collection<AddressRow> = {
  operation: 'UnitAddresses',
  field: 'addresses',
  text: `query UnitAddresses($keys: [UUID!]) { addresses(filter: { org_unit: { uuids: $keys } }) { ${FIELDS} } }`,
  row,
};

export const personAddressesQuery: Collection<AddressRow> = {
  operation: 'PersonAddresses',
  field: 'addresses',
  text: `query PersonAddresses($keys: [UUID!]) { addresses(filter: { employee: { uuids: $keys } }) { ${FIELDS} } }`,
  row,
};
