import { z } from 'zod';
import type { Collection } from '../graphql/collection.ts';
import { validitySchema } from '../time/period.ts';
import { uuidField } from './uuid-field.ts';

const FIELDS = 'objects { uuid validities(start: null, end: null) { user_key name scope validity { from to } } } page_info { next_cursor }';

const row = z.object({
  uuid: uuidField,
  validities: z.array(z.object({ user_key: z.string(), name: z.string(), scope: z.string().nullable(), validity: validitySchema })),
});

export type ClassRow = z.infer<typeof row>;

/** Those classes over all time: what has ended may still be referred to. */
export const classesQuery: Collection<ClassRow> = {
  operation: 'Classes',
  field: 'classes',
  text: `query Classes($keys: [UUID!]) { classes(filter: { uuids: $keys, from_date: null, to_date: null }) { ${FIELDS} } }`,
  row,
};

export const allClassesQuery: Collection<ClassRow> = {
  operation: 'AllClasses',
  field: 'classes',
  text: `query AllClasses($limit: int, $cursor: Cursor) {
    classes(filter: { from_date: null, to_date: null }, limit: $limit, cursor: $cursor) { ${FIELDS} }
  }`,
  row,
};
