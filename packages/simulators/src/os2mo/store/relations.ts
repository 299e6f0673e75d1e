import type { CollectionFields, CollectionName } from '../../dataset/normalised.ts';

/** What an object of a collection points to: uuids of other objects, by the dataset's own key for the reference. */
export type Relations<Fields> = Readonly<Record<string, (fields: Fields) => string | readonly string[] | null>>;

/** Every reference that a filter or a nested list asks for, per collection. */
export const relations = {
  facets: { parent: (fields: CollectionFields['facets']) => fields.parent },
  classes: {
    facet: (fields: CollectionFields['classes']) => fields.facet,
    parent: (fields: CollectionFields['classes']) => fields.parent,
    it_system: (fields: CollectionFields['classes']) => fields.it_system,
  },
  itsystems: {},
  org_units: {
    parent: (fields: CollectionFields['org_units']) => fields.parent,
    org_unit_hierarchy: (fields: CollectionFields['org_units']) => fields.org_unit_hierarchy,
  },
  persons: {},
  engagements: {
    person: (fields: CollectionFields['engagements']) => fields.person,
    org_unit: (fields: CollectionFields['engagements']) => fields.org_unit,
    job_function: (fields: CollectionFields['engagements']) => fields.job_function,
    engagement_type: (fields: CollectionFields['engagements']) => fields.engagement_type,
  },
  itusers: {
    person: (fields: CollectionFields['itusers']) => fields.person,
    org_unit: (fields: CollectionFields['itusers']) => fields.org_unit,
    itsystem: (fields: CollectionFields['itusers']) => fields.itsystem,
    engagements: (fields: CollectionFields['itusers']) => fields.engagements,
    primary: (fields: CollectionFields['itusers']) => fields.primary,
  },
  addresses: {
    person: (fields: CollectionFields['addresses']) => fields.person,
    org_unit: (fields: CollectionFields['addresses']) => fields.org_unit,
    engagement: (fields: CollectionFields['addresses']) => fields.engagement,
    ituser: (fields: CollectionFields['addresses']) => fields.ituser,
    address_type: (fields: CollectionFields['addresses']) => fields.address_type,
    visibility: (fields: CollectionFields['addresses']) => fields.visibility,
  },
  managers: {
    person: (fields: CollectionFields['managers']) => fields.person,
    org_unit: (fields: CollectionFields['managers']) => fields.org_unit,
    engagement: (fields: CollectionFields['managers']) => fields.engagement,
    responsibilities: (fields: CollectionFields['managers']) => fields.responsibilities,
    manager_type: (fields: CollectionFields['managers']) => fields.manager_type,
  },
  kles: { org_unit: (fields: CollectionFields['kles']) => fields.org_unit },
} satisfies { readonly [Name in CollectionName]: Relations<CollectionFields[Name]> };

/** The names of a collection's references. */
export type RelationName<Name extends CollectionName> = keyof (typeof relations)[Name] & string;
