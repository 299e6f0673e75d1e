/** The filters as they arrive from GraphQL. Unset differs from null where OS2MO makes a difference. */
import type { Instant } from '../schema/instant.ts';

type List = readonly string[] | null | undefined;
type Moment = Instant | null | undefined;

export interface BaseFilter {
  readonly uuids?: List;
  readonly user_keys?: List;
  readonly from_date?: Moment;
  readonly to_date?: Moment;
}

export interface FacetFilter extends BaseFilter {
  readonly parent?: FacetFilter | null;
  readonly parents?: List;
  readonly parent_user_keys?: List;
}

export type ItSystemFilter = BaseFilter;

export interface ClassFilter extends BaseFilter {
  readonly name?: List;
  readonly scope?: List;
  readonly facet?: FacetFilter | null;
  readonly facets?: List;
  readonly facet_user_keys?: List;
  readonly parent?: ClassFilter | null;
  readonly parents?: List;
  readonly parent_user_keys?: List;
  readonly it_system?: ItSystemFilter | null;
}

export interface UnitFilter extends BaseFilter {
  readonly query?: string | null;
  readonly names?: List;
  /** null = units without a parent. */
  readonly parent?: UnitFilter | null;
  readonly parents?: List;
  /** null = units without a child. */
  readonly child?: UnitFilter | null;
  readonly hierarchy?: ClassFilter | null;
  readonly hierarchies?: List;
  /** Old name of `descendant`. */
  readonly subtree?: UnitFilter | null;
  readonly descendant?: UnitFilter | null;
  readonly ancestor?: UnitFilter | null;
  readonly engagement?: EngagementFilter | null;
}

export interface PersonFilter extends BaseFilter {
  readonly query?: string | null;
  readonly cpr_numbers?: List;
  /** null = persons without an account. */
  readonly ituser?: ItUserFilter | null;
}

interface OfPersonAndUnit extends BaseFilter {
  readonly employee?: PersonFilter | null;
  readonly employees?: List;
  readonly org_unit?: UnitFilter | null;
  readonly org_units?: List;
}

export interface EngagementFilter extends OfPersonAndUnit {
  readonly job_function?: ClassFilter | null;
  readonly engagement_type?: ClassFilter | null;
  readonly ituser?: ItUserFilter | null;
}

export interface ItUserFilter extends OfPersonAndUnit {
  readonly itsystem?: ItSystemFilter | null;
  readonly itsystem_uuids?: List;
  readonly engagement?: EngagementFilter | null;
  /** null = accounts without one, from v30 on. */
  readonly external_ids?: List;
  readonly binding_types?: List;
  readonly primary?: ClassFilter | null;
}

export interface AddressFilter extends OfPersonAndUnit {
  readonly address_type?: ClassFilter | null;
  readonly address_types?: List;
  readonly address_type_user_keys?: List;
  readonly engagement?: EngagementFilter | null;
  readonly engagements?: List;
  readonly ituser?: ItUserFilter | null;
  readonly visibility?: ClassFilter | null;
}

/** `employee: null` = vacant ones, from v25 on. */
export interface ManagerFilter extends OfPersonAndUnit {
  readonly engagement?: EngagementFilter | null;
  readonly responsibility?: ClassFilter | null;
  readonly manager_type?: ClassFilter | null;
  readonly exclude?: PersonFilter | null;
}

export interface KleFilter extends BaseFilter {
  readonly org_unit?: UnitFilter | null;
  readonly org_units?: List;
}

export interface Filters {
  facets: FacetFilter;
  classes: ClassFilter;
  itsystems: ItSystemFilter;
  org_units: UnitFilter;
  persons: PersonFilter;
  engagements: EngagementFilter;
  itusers: ItUserFilter;
  addresses: AddressFilter;
  managers: ManagerFilter;
  kles: KleFilter;
}
