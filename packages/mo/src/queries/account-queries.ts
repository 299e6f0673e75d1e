import type { MoItAccount } from '@os2bridge/model';
import { z } from 'zod';
import type { Collection } from '../graphql/collection.ts';
import { uuidField } from './uuid-field.ts';

const FIELDS = 'objects { uuid current { user_key itsystem_uuid employee_uuid org_unit_uuid engagement_uuids } } page_info { next_cursor }';

const row = z
  .object({
    uuid: uuidField,
    current: z
      .object({
        user_key: z.string(),
        itsystem_uuid: uuidField,
        employee_uuid: uuidField.nullable(),
        org_unit_uuid: uuidField.nullable(),
        engagement_uuids: z.array(uuidField),
      })
      .nullable(),
  })
  .transform(
    ({ uuid, current }): MoItAccount | null =>
      current && {
        uuid,
        system: current.itsystem_uuid,
        userKey: current.user_key,
        person: current.employee_uuid,
        unit: current.org_unit_uuid,
        engagements: current.engagement_uuids,
      },
  );

export const unitAccountsQuery: Collection<MoItAccount> = {
  operation: 'UnitAccounts',
  field: 'itusers',
  text: `query UnitAccounts($keys: [UUID!]) { itusers(filter: { org_unit: { uuids: $keys } }) { ${FIELDS} } }`,
  row,
};

/** Accounts of any unit valid now: an empty filter on the unit still demands that there is one. */
export const allUnitAccountsQuery: Collection<MoItAccount> = {
  operation: 'AllUnitAccounts',
  field: 'itusers',
  text: `query AllUnitAccounts($limit: int, $cursor: Cursor) { itusers(filter: { org_unit: {} }, limit: $limit, cursor: $cursor) { ${FIELDS} } }`,
  row,
};

export const personAccountsQuery: Collection<MoItAccount> = {
  operation: 'PersonAccounts',
  field: 'itusers',
  text: `query PersonAccounts($keys: [UUID!]) { itusers(filter: { employee: { uuids: $keys } }) { ${FIELDS} } }`,
  row,
};

/** Accounts by their own user key. The systems are given by uuid, so that one that has ended is found too. */
export const accountsByUserKeyQuery: Collection<MoItAccount> = {
  operation: 'AccountsByUserKey',
  field: 'itusers',
  text: `query AccountsByUserKey($keys: [String!], $systems: [UUID!]) {
    itusers(filter: { user_keys: $keys, itsystem: { uuids: $systems } }) { ${FIELDS} }
  }`,
  row,
};
