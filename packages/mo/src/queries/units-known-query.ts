import type { Uuid } from '@os2bridge/model';
import { z } from 'zod';
import type { Collection } from '../graphql/collection.ts';
import { uuidField } from './uuid-field.ts';

/** Which of these units exist at any time: past, present or future. */
export const unitsKnownQuery: Collection<{ readonly uuid: Uuid }> = {
  operation: 'UnitsKnown',
  field: 'org_units',
  text: `query UnitsKnown($keys: [UUID!]) {
    org_units(filter: { uuids: $keys, from_date: null, to_date: null }) { objects { uuid } page_info { next_cursor } }
  }`,
  row: z.object({ uuid: uuidField }),
};
