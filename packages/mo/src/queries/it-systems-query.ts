import { z } from 'zod';
import type { Collection } from '../graphql/collection.ts';
import { validitySchema } from '../time/period.ts';
import { uuidField } from './uuid-field.ts';

const row = z.object({
  uuid: uuidField,
  validities: z.array(z.object({ user_key: z.string(), name: z.string(), validity: validitySchema })),
});

export type ItSystemRow = z.infer<typeof row>;

/** Every it system over all time. */
export const itSystemsQuery: Collection<ItSystemRow> = {
  operation: 'ItSystems',
  field: 'itsystems',
  text: `query ItSystems($limit: int, $cursor: Cursor) {
    itsystems(filter: { from_date: null, to_date: null }, limit: $limit, cursor: $cursor) {
      objects { uuid validities(start: null, end: null) { user_key name validity { from to } } }
      page_info { next_cursor }
    }
  }`,
  row,
};
