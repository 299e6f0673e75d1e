import type { Uuid } from '@os2bridge/model';
import { z } from 'zod';
import type { Collection } from '../graphql/collection.ts';
import { uuidField } from './uuid-field.ts';

export interface StreetNameRow {
  readonly uuid: Uuid;
  readonly name: string | null;
}

/** The displayed text of addresses: for DAR, a look-up in a register outside MO. The only query that asks for it, and nothing else. */
export const streetNamesQuery: Collection<StreetNameRow> = {
  operation: 'StreetNames',
  field: 'addresses',
  text: `query StreetNames($keys: [UUID!]) {
    addresses(filter: { uuids: $keys }) { objects { uuid current { uuid name } } page_info { next_cursor } }
  }`,
  row: z
    .object({ uuid: uuidField, current: z.object({ name: z.string().nullable() }).nullable() })
    .transform(({ uuid, current }): StreetNameRow => ({ uuid, name: current?.name ?? null })),
};
