import { z } from 'zod';
import { datasetRow } from './dataset-row.ts';

const text = z.string().nullish();
const list = z.array(z.string()).nullish();
const rows = <Row extends z.ZodType>(row: Row) => z.array(row).default([]);

const extensions = {
  extension_1: text,
  extension_2: text,
  extension_3: text,
  extension_4: text,
  extension_5: text,
  extension_6: text,
  extension_7: text,
  extension_8: text,
  extension_9: text,
  extension_10: text,
};

export const facetRow = datasetRow({ user_key: text, published: text, description: text, parent: text, parent_uuid: text });
export const classRow = datasetRow({
  user_key: text,
  name: text,
  scope: text,
  /** user_key or uuid of a facet. */
  facet: text,
  published: text,
  parent: text,
  it_system: text,
  owner: text,
  description: text,
  example: text,
});
export const itSystemRow = datasetRow({ user_key: text, name: text, system_type: text });
export const unitRow = datasetRow({
  user_key: text,
  name: text,
  parent: text,
  unit_type: text,
  org_unit_level: text,
  org_unit_hierarchy: text,
  time_planning: text,
});
export const personRow = datasetRow({
  user_key: text,
  given_name: text,
  surname: text,
  nickname_given_name: text,
  nickname_surname: text,
  cpr_number: text,
  seniority: text,
});
export const engagementRow = datasetRow({
  user_key: text,
  person: text,
  org_unit: text,
  job_function: text,
  engagement_type: text,
  primary: text,
  fraction: z.int().nullish(),
  ...extensions,
});
export const itUserRow = datasetRow({
  user_key: text,
  external_id: text,
  binding_type: text,
  itsystem: text,
  person: text,
  org_unit: text,
  engagements: list,
  primary: text,
});
export const addressRow = datasetRow({
  user_key: text,
  address_type: text,
  value: text,
  value2: text,
  /** DAR only: what the address register says; "Ukendt" = unknown there; null = the look-up fails. Absent = look in `dar`. */
  name: text,
  visibility: text,
  person: text,
  org_unit: text,
  engagement: text,
  ituser: text,
});
export const managerRow = datasetRow({
  user_key: text,
  org_unit: text,
  /** null = vacant. */
  person: text,
  manager_type: text,
  manager_level: text,
  responsibilities: list,
  engagement: text,
});
export const kleRow = datasetRow({ user_key: text, org_unit: text, kle_number: text, kle_aspects: list });

/** One answer of the address register, DAWA's "mini" structure; historic entries lack what is optional here. */
const darEntry = z.looseObject({
  id: z.string(),
  vejkode: text,
  vejnavn: z.string(),
  husnr: z.string(),
  etage: text,
  dør: text,
  supplerendebynavn: text,
  postnr: z.string(),
  postnrnavn: z.string(),
  kommunekode: text,
  x: z.number().nullish(),
  y: z.number().nullish(),
  betegnelse: text,
  href: text,
});

const dar = z.looseObject({
  adresser: rows(darEntry),
  adgangsadresser: rows(darEntry),
  'historik/adresser': rows(darEntry),
  'historik/adgangsadresser': rows(darEntry),
  /** Accepted when an address is written, not found when it is read. */
  unknown_at_read_time: z.array(z.string()).default([]),
});

const meta = z.looseObject({
  /** The simulator's clock: an ISO instant, or a date (then noon in Copenhagen). */
  now: z.string().nullish(),
  reference_time: z.string().nullish(),
  reference_date: z.string().nullish(),
  organisation: z.looseObject({ uuid: z.string(), user_key: text, name: text, municipality_code: z.int().nullish() }).nullish(),
  mo_version: text,
  mo_hash: text,
});

/** A small OS2MO as JSON (scenarios/FORMAT.md): what the OS2MO simulator loads. `z.input` is what a file holds. */
export const datasetSchema = z.looseObject({
  meta: meta.default({}),
  facets: rows(facetRow),
  classes: rows(classRow),
  itsystems: rows(itSystemRow),
  org_units: rows(unitRow),
  persons: rows(personRow),
  engagements: rows(engagementRow),
  itusers: rows(itUserRow),
  addresses: rows(addressRow),
  managers: rows(managerRow),
  kles: rows(kleRow),
  dar: dar.optional(),
});

/** What a dataset file holds: every collection may be left out. */
export type DatasetInput = z.input<typeof datasetSchema>;

/** A checked dataset: every collection is there. */
export type Dataset = z.output<typeof datasetSchema>;

export type DarEntry = z.output<typeof darEntry>;
