import type { MoKle } from '@os2bridge/model';
import { z } from 'zod';
import type { Collection } from '../graphql/collection.ts';
import { uuidField } from './uuid-field.ts';

export const klesQuery: Collection<MoKle> = {
  operation: 'Kles',
  field: 'kles',
  text: `query Kles($keys: [UUID!]) {
    kles(filter: { org_unit: { uuids: $keys } }) { objects { uuid current { org_unit_uuid kle_number_uuid kle_aspect_uuids } } page_info { next_cursor } }
  }`,
  row: z
    .object({
      uuid: uuidField,
      current: z.object({ org_unit_uuid: uuidField, kle_number_uuid: uuidField, kle_aspect_uuids: z.array(uuidField) }).nullable(),
    })
    .transform(
      ({ uuid, current }): MoKle | null =>
        current && { uuid, unit: current.org_unit_uuid, number: current.kle_number_uuid, aspects: current.kle_aspect_uuids },
    ),
};

/**
 * The same by way of the nested list, which is empty where there is no number. Over all time, so that a number that has ended is still there
 * (once per stretch of time, always the same uuid). It costs a query per relation in MO and is only for where the flat field fails.
 */
export const klesWithoutNumberQuery: Collection<MoKle> = {
  operation: 'KlesWithoutNumber',
  field: 'kles',
  text: `query KlesWithoutNumber($keys: [UUID!]) {
    kles(filter: { org_unit: { uuids: $keys } }) {
      objects { uuid current { org_unit_uuid kle_aspect_uuids kle_number(filter: { from_date: null, to_date: null }) { uuid } } }
      page_info { next_cursor }
    }
  }`,
  row: z
    .object({
      uuid: uuidField,
      current: z
        .object({ org_unit_uuid: uuidField, kle_aspect_uuids: z.array(uuidField), kle_number: z.array(z.object({ uuid: uuidField })) })
        .nullable(),
    })
    .transform(
      ({ uuid, current }): MoKle | null =>
        current && { uuid, unit: current.org_unit_uuid, number: current.kle_number[0]?.uuid ?? null, aspects: current.kle_aspect_uuids },
    ),
};
