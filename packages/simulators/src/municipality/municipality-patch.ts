import type { Dataset } from '../dataset/dataset.ts';

/** The collections that a change of a municipality touches. */
export type PatchCollection = 'org_units' | 'persons' | 'engagements' | 'itusers' | 'addresses' | 'managers' | 'kles';

/** A change of a generated municipality, as the OS2MO simulator takes it: whole rows put in by uuid, rows taken out by uuid. */
export interface MunicipalityPatch {
  readonly upsert: { readonly [Name in PatchCollection]?: Dataset[Name] };
  readonly remove: { readonly [Name in PatchCollection]?: readonly string[] };
}
