/**
 * The filters, as data: real OS2MO derives a "bound" filter for a nested field from the collection's own filter by taking away the
 * fields that the parent object already decides. What OS2MO has beside these (registrations, owners, role bindings) is left out.
 */
type Fields = Readonly<Record<string, string>>;

const UUIDS = '[UUID!] = null';
const TEXTS = '[String!] = null';

const base: Fields = { uuids: UUIDS, user_keys: TEXTS, from_date: 'DateTime', to_date: 'DateTime' };
const ofPerson: Fields = { employee: 'EmployeeFilter', employees: UUIDS };
const ofUnit: Fields = { org_unit: 'OrganisationUnitFilter = null', org_units: UUIDS };

const unit: Fields = {
  ...base,
  query: 'String',
  names: '[String!]',
  parent: 'OrganisationUnitFilter',
  parents: '[UUID!]',
  child: 'OrganisationUnitFilter',
  hierarchy: 'ClassFilter = null',
  hierarchies: UUIDS,
  subtree: 'OrganisationUnitFilter',
  descendant: 'OrganisationUnitFilter',
  ancestor: 'OrganisationUnitFilter',
  engagement: 'EngagementFilter = null',
};
const person: Fields = { ...base, query: 'String', cpr_numbers: '[CPR!] = null', ituser: 'ITUserFilter' };
const engagement: Fields = {
  ...base,
  ...ofPerson,
  ...ofUnit,
  job_function: 'ClassFilter = null',
  engagement_type: 'ClassFilter = null',
  ituser: 'ITUserFilter = null',
};
const itUser: Fields = {
  ...base,
  ...ofPerson,
  ...ofUnit,
  itsystem: 'ITSystemFilter = null',
  itsystem_uuids: UUIDS,
  engagement: 'EngagementFilter = null',
  external_ids: '[String!]',
  binding_types: TEXTS,
  primary: 'ClassFilter',
};
const address: Fields = {
  ...base,
  ...ofPerson,
  ...ofUnit,
  address_type: 'ClassFilter = null',
  address_types: UUIDS,
  address_type_user_keys: TEXTS,
  engagement: 'EngagementFilter = null',
  engagements: UUIDS,
  ituser: 'ITUserFilter = null',
  visibility: 'ClassFilter = null',
};
const manager: Fields = {
  ...base,
  ...ofPerson,
  ...ofUnit,
  engagement: 'EngagementFilter = null',
  responsibility: 'ClassFilter = null',
  manager_type: 'ClassFilter = null',
  exclude: 'EmployeeFilter = null',
};
const kle: Fields = { ...base, ...ofUnit };
const facet: Fields = { ...base, parent: 'FacetFilter = null', parents: UUIDS, parent_user_keys: TEXTS };
const classes: Fields = {
  ...base,
  name: TEXTS,
  facet: 'FacetFilter = null',
  facets: UUIDS,
  facet_user_keys: TEXTS,
  parent: 'ClassFilter = null',
  parents: UUIDS,
  parent_user_keys: TEXTS,
  it_system: 'ITSystemFilter = null',
  scope: TEXTS,
};
const itSystem: Fields = { ...base };

const without = (fields: Fields, ...taken: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !taken.includes(name)));

const noPerson = ['employee', 'employees'];
const noUnit = ['org_unit', 'org_units'];
const noEngagement = ['engagement', 'engagements'];
const noParent = ['parent', 'parents', 'parent_user_keys'];

const inputs: Readonly<Record<string, Fields>> = {
  OrganisationUnitFilter: unit,
  UuidsBoundOrganisationUnitFilter: without(unit, 'uuids'),
  ParentBoundOrganisationUnitFilter: without(unit, 'parent', 'parents'),
  DescendantParentBoundOrganisationUnitFilter: without(unit, 'parent', 'parents', 'descendant', 'subtree'),
  EmployeeFilter: person,
  UuidsBoundEmployeeFilter: without(person, 'uuids'),
  EngagementFilter: engagement,
  UuidsBoundEngagementFilter: without(engagement, 'uuids'),
  EmployeeBoundEngagementFilter: without(engagement, ...noPerson),
  OrgUnitboundengagementfilter: without(engagement, ...noUnit),
  ITUserFilter: itUser,
  UuidsBoundITUserFilter: without(itUser, 'uuids'),
  EmployeeBoundITUserFilter: without(itUser, ...noPerson),
  EngagementBoundITUserFilter: without(itUser, 'engagement'),
  OrgUnitboundituserfilter: without(itUser, ...noUnit),
  AddressFilter: address,
  EmployeeBoundAddressFilter: without(address, ...noPerson),
  EngagementBoundAddressFilter: without(address, ...noEngagement),
  ItuserBoundAddressFilter: without(address, 'ituser'),
  OrgUnitboundaddressfilter: without(address, ...noUnit),
  ManagerFilter: manager,
  EmployeeBoundManagerFilter: without(manager, ...noPerson),
  OrgUnitboundmanagerfilter: without(manager, ...noUnit),
  KLEFilter: kle,
  OrgUnitboundklefilter: without(kle, ...noUnit),
  FacetFilter: facet,
  UuidsBoundFacetFilter: without(facet, 'uuids'),
  ParentBoundFacetFilter: without(facet, ...noParent),
  ClassFilter: classes,
  UuidsBoundClassFilter: without(classes, 'uuids'),
  ParentBoundClassFilter: without(classes, ...noParent),
  FacetBoundClassFilter: without(classes, 'facet', 'facets', 'facet_user_keys'),
  ItSystemboundclassfilter: without(classes, 'it_system'),
  ITSystemFilter: itSystem,
  UuidsBoundITSystemFilter: without(itSystem, 'uuids'),
};

/** SDL of every filter input. */
export const filterInputs = Object.entries(inputs)
  .map(
    ([name, fields]) =>
      `input ${name} {\n${Object.entries(fields)
        .map(([field, type]) => `  ${field}: ${type}`)
        .join('\n')}\n}`,
  )
  .join('\n\n');
