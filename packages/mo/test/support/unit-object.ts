/** A unit as MO answers it. */
export const unitObject = (uuid: string, parent: string | null = null): unknown => ({
  uuid,
  current: {
    name: `Enhed ${uuid.slice(-2)}`,
    parent_uuid: parent,
    unit_type_uuid: null,
    org_unit_level_uuid: null,
    org_unit_hierarchy: null,
  },
});
