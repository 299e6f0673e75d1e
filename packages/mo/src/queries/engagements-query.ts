import { z } from 'zod';
import type { Collection } from '../graphql/collection.ts';
import { validitySchema } from '../time/period.ts';
import { uuidField } from './uuid-field.ts';

const stretch = z.object({
  employee_uuid: uuidField,
  org_unit_uuid: uuidField,
  job_function_uuid: uuidField,
  primary_uuid: uuidField.nullable(),
  extension_1: z.string().nullable(),
  extension_3: z.string().nullable(),
  validity: validitySchema,
});

const row = z.object({
  uuid: uuidField,
  validities: z.array(stretch),
  all: z.array(z.object({ validity: z.object({ from: validitySchema.shape.from }) })),
});

export type EngagementRow = z.infer<typeof row>;

/**
 * Those persons' engagements from `$now` on. `validities` without arguments are those in the filter's window; with arguments they have a window
 * of their own, which is the one safe way to see two windows in one request (facts: os2mo §0.1).
 */
export const engagementsQuery: Collection<EngagementRow> = {
  operation: 'Engagements',
  field: 'engagements',
  text: `query Engagements($keys: [UUID!], $now: DateTime) {
    engagements(filter: { employee: { uuids: $keys }, from_date: $now, to_date: null }) {
      objects {
        uuid
        validities { employee_uuid org_unit_uuid job_function_uuid primary_uuid extension_1 extension_3 validity { from to } }
        all: validities(start: null, end: null) { validity { from } }
      }
      page_info { next_cursor }
    }
  }`,
  row,
};
