import type { MoUnit } from '@os2bridge/model';
import { z } from 'zod';
import type { Collection } from '../graphql/collection.ts';
import { uuidField } from './uuid-field.ts';

const FIELDS =
  'objects { uuid current { name parent_uuid unit_type_uuid org_unit_level_uuid org_unit_hierarchy } } page_info { next_cursor }';

const row = z
  .object({
    uuid: uuidField,
    current: z
      .object({
        name: z.string(),
        parent_uuid: uuidField.nullable(),
        unit_type_uuid: uuidField.nullable(),
        org_unit_level_uuid: uuidField.nullable(),
        org_unit_hierarchy: uuidField.nullable(),
      })
      .nullable(),
  })
  .transform(
    ({ uuid, current }): MoUnit | null =>
      current && {
        uuid,
        name: current.name,
        parent: current.parent_uuid,
        unitType: current.unit_type_uuid,
        level: current.org_unit_level_uuid,
        hierarchy: current.org_unit_hierarchy,
      },
  );

/** Every unit valid now. */
export const unitsQuery: Collection<MoUnit> = {
  operation: 'Units',
  field: 'org_units',
  text: `query Units($limit: int, $cursor: Cursor) { org_units(limit: $limit, cursor: $cursor) { ${FIELDS} } }`,
  row,
};

/** Those units with the path to their root (`descendant` means: everything that has one of these below it, itself included). */
export const unitsWithAncestorsQuery: Collection<MoUnit> = {
  operation: 'UnitsWithAncestors',
  field: 'org_units',
  text: `query UnitsWithAncestors($keys: [UUID!]) { org_units(filter: { descendant: { uuids: $keys } }) { ${FIELDS} } }`,
  row,
};
