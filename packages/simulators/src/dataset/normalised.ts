/** A dataset after normalising: one shape for every row, dates resolved, every field present, nothing left to interpret. */
import type { Dataset } from './dataset.ts';

export interface FacetFields {
  readonly user_key: string;
  readonly published: string | null;
  readonly description: string | null;
  readonly parent: string | null;
}
export interface ClassFields {
  readonly user_key: string;
  readonly name: string;
  readonly scope: string | null;
  /** uuid of the facet. */
  readonly facet: string;
  readonly published: string | null;
  readonly parent: string | null;
  readonly it_system: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly example: string | null;
}
export interface ItSystemFields {
  readonly user_key: string;
  readonly name: string;
  readonly system_type: string | null;
}
export interface UnitFields {
  readonly user_key: string;
  readonly name: string;
  readonly parent: string | null;
  readonly unit_type: string | null;
  readonly org_unit_level: string | null;
  readonly org_unit_hierarchy: string | null;
  readonly time_planning: string | null;
}
export interface PersonFields {
  readonly user_key: string;
  readonly given_name: string;
  readonly surname: string;
  readonly nickname_given_name: string;
  readonly nickname_surname: string;
  readonly cpr_number: string | null;
  readonly seniority: string | null;
}
export interface EngagementFields {
  readonly user_key: string;
  readonly person: string | null;
  readonly org_unit: string | null;
  readonly job_function: string | null;
  readonly engagement_type: string | null;
  readonly primary: string | null;
  readonly fraction: number | null;
  /** extension_1 … extension_10, in that order. */
  readonly extensions: readonly (string | null)[];
}
export interface ItUserFields {
  readonly user_key: string;
  readonly external_id: string | null;
  readonly binding_type: string | null;
  readonly itsystem: string | null;
  readonly person: string | null;
  readonly org_unit: string | null;
  readonly engagements: readonly string[];
  readonly primary: string | null;
}
export interface AddressFields {
  readonly user_key: string;
  readonly address_type: string | null;
  readonly value: string;
  readonly value2: string | null;
  /** What the address register says; undefined = ask the dataset's `dar`, null = the look-up fails. */
  readonly name: string | null | undefined;
  readonly visibility: string | null;
  readonly person: string | null;
  readonly org_unit: string | null;
  readonly engagement: string | null;
  readonly ituser: string | null;
}
export interface ManagerFields {
  readonly user_key: string;
  readonly org_unit: string | null;
  readonly person: string | null;
  readonly manager_type: string | null;
  readonly manager_level: string | null;
  readonly responsibilities: readonly string[];
  readonly engagement: string | null;
}
export interface KleFields {
  readonly user_key: string;
  readonly org_unit: string | null;
  readonly kle_number: string | null;
  readonly kle_aspects: readonly string[];
}

/** One stretch of time: `from` inclusive, `to` exclusive, `YYYY-MM-DD` in Copenhagen, null = unbounded. */
export type Stretch<Fields> = Fields & { readonly from: string | null; readonly to: string | null };

export interface NormalisedRow<Fields> {
  readonly uuid: string;
  /** Oldest first. */
  readonly validities: readonly Stretch<Fields>[];
}

/** The fields of each collection. */
export interface CollectionFields {
  facets: FacetFields;
  classes: ClassFields;
  itsystems: ItSystemFields;
  org_units: UnitFields;
  persons: PersonFields;
  engagements: EngagementFields;
  itusers: ItUserFields;
  addresses: AddressFields;
  managers: ManagerFields;
  kles: KleFields;
}

export type CollectionName = keyof CollectionFields;

export type NormalisedCollections = { readonly [Name in CollectionName]: readonly NormalisedRow<CollectionFields[Name]>[] };

export type NormalisedDataset = NormalisedCollections & {
  readonly meta: Dataset['meta'];
  readonly dar: Dataset['dar'];
};
