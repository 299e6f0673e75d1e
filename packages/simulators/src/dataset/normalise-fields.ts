/** What a dataset row says, per collection, with everything it leaves out filled in. */
import type { z } from 'zod';
import type {
  addressRow,
  classRow,
  engagementRow,
  facetRow,
  itSystemRow,
  itUserRow,
  kleRow,
  managerRow,
  personRow,
  unitRow,
} from './dataset.ts';
import type { CollectionFields } from './normalised.ts';

/** A row, or one of its validities laid over it. */
type Entry<Row extends z.ZodType> = z.output<Row>;

export const facetFields = (entry: Entry<typeof facetRow>): CollectionFields['facets'] => ({
  user_key: entry.user_key ?? entry.uuid,
  published: entry.published ?? 'Publiceret',
  description: entry.description ?? null,
  parent: entry.parent ?? entry.parent_uuid ?? null,
});

export const classFields = (entry: Entry<typeof classRow>, facet: string): CollectionFields['classes'] => ({
  user_key: entry.user_key ?? entry.uuid,
  name: entry.name ?? entry.user_key ?? entry.uuid,
  scope: entry.scope ?? null,
  facet,
  published: entry.published ?? 'Publiceret',
  parent: entry.parent ?? null,
  it_system: entry.it_system ?? null,
  owner: entry.owner ?? null,
  description: entry.description ?? null,
  example: entry.example ?? null,
});

export const itSystemFields = (entry: Entry<typeof itSystemRow>): CollectionFields['itsystems'] => ({
  user_key: entry.user_key ?? entry.uuid,
  name: entry.name ?? entry.user_key ?? entry.uuid,
  system_type: entry.system_type ?? null,
});

export const unitFields = (entry: Entry<typeof unitRow>): CollectionFields['org_units'] => ({
  user_key: entry.user_key ?? entry.uuid,
  name: entry.name ?? '',
  parent: entry.parent ?? null,
  unit_type: entry.unit_type ?? null,
  org_unit_level: entry.org_unit_level ?? null,
  org_unit_hierarchy: entry.org_unit_hierarchy ?? null,
  time_planning: entry.time_planning ?? null,
});

export const personFields = (entry: Entry<typeof personRow>): CollectionFields['persons'] => ({
  user_key: entry.user_key ?? entry.uuid,
  given_name: entry.given_name ?? '',
  surname: entry.surname ?? '',
  nickname_given_name: entry.nickname_given_name ?? '',
  nickname_surname: entry.nickname_surname ?? '',
  cpr_number: entry.cpr_number ?? null,
  seniority: entry.seniority ?? null,
});

export const engagementFields = (entry: Entry<typeof engagementRow>): CollectionFields['engagements'] => ({
  user_key: entry.user_key ?? entry.uuid,
  person: entry.person ?? null,
  org_unit: entry.org_unit ?? null,
  job_function: entry.job_function ?? null,
  engagement_type: entry.engagement_type ?? null,
  primary: entry.primary ?? null,
  fraction: entry.fraction ?? null,
  extensions: [
    entry.extension_1 ?? null,
    entry.extension_2 ?? null,
    entry.extension_3 ?? null,
    entry.extension_4 ?? null,
    entry.extension_5 ?? null,
    entry.extension_6 ?? null,
    entry.extension_7 ?? null,
    entry.extension_8 ?? null,
    entry.extension_9 ?? null,
    entry.extension_10 ?? null,
  ],
});

export const itUserFields = (entry: Entry<typeof itUserRow>): CollectionFields['itusers'] => ({
  user_key: entry.user_key ?? entry.uuid,
  external_id: entry.external_id ?? null,
  binding_type: entry.binding_type ?? null,
  itsystem: entry.itsystem ?? null,
  person: entry.person ?? null,
  org_unit: entry.org_unit ?? null,
  engagements: entry.engagements ?? [],
  primary: entry.primary ?? null,
});

export const addressFields = (entry: Entry<typeof addressRow>): CollectionFields['addresses'] => ({
  user_key: entry.user_key ?? entry.uuid,
  address_type: entry.address_type ?? null,
  value: entry.value ?? '',
  value2: entry.value2 ?? null,
  name: entry.name,
  visibility: entry.visibility ?? null,
  person: entry.person ?? null,
  org_unit: entry.org_unit ?? null,
  engagement: entry.engagement ?? null,
  ituser: entry.ituser ?? null,
});

export const managerFields = (entry: Entry<typeof managerRow>): CollectionFields['managers'] => ({
  user_key: entry.user_key ?? entry.uuid,
  org_unit: entry.org_unit ?? null,
  person: entry.person ?? null,
  manager_type: entry.manager_type ?? null,
  manager_level: entry.manager_level ?? null,
  responsibilities: entry.responsibilities ?? [],
  engagement: entry.engagement ?? null,
});

export const kleFields = (entry: Entry<typeof kleRow>): CollectionFields['kles'] => ({
  user_key: entry.user_key ?? entry.uuid,
  org_unit: entry.org_unit ?? null,
  kle_number: entry.kle_number ?? null,
  kle_aspects: entry.kle_aspects ?? [],
});
