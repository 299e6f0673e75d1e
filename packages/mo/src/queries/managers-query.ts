import type { MoManager } from '@os2bridge/model';
import { z } from 'zod';
import type { Collection } from '../graphql/collection.ts';
import { uuidField } from './uuid-field.ts';

/**
 * Those units' manager posts. Vacant = no `employee_uuid`. A post may name a person whom MO has deleted; the uuid is kept, since that is no vacancy:
 * nobody is found under it, and what that means is the rules' business.
 */
export const managersQuery: Collection<MoManager> = {
  operation: 'Managers',
  field: 'managers',
  text: `query Managers($keys: [UUID!]) {
    managers(filter: { org_unit: { uuids: $keys } }) { objects { uuid current { org_unit_uuid employee_uuid } } page_info { next_cursor } }
  }`,
  row: z
    .object({ uuid: uuidField, current: z.object({ org_unit_uuid: uuidField, employee_uuid: uuidField.nullable() }).nullable() })
    .transform(({ uuid, current }): MoManager | null => current && { uuid, unit: current.org_unit_uuid, person: current.employee_uuid }),
};
