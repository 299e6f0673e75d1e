import { children, containers, listReference, reference } from './sdl-parts.ts';

/** The older reference to a KLE number: one object up to v22, a list from v23 on. */
const kleNumber = (isList: boolean): string =>
  `kle_number_response: ClassResponse!
  kle_number(filter: UuidsBoundClassFilter, limit: int = null, cursor: Cursor = null): ${isList ? '[Class!]!' : 'Class!'}`;

/** SDL: organisation, units, managers, KLE. */
export const organisationTypes = (kleNumberIsList: boolean): string => `
type Organisation {
  uuid: UUID!
  user_key: String!
  name: String!
  type: String!
  municipality_code: Int
}

type OrganisationUnit {
  uuid: UUID!
  user_key: String!
  name: String!
  type: String!
  parent_uuid: UUID
  parent_response: OrganisationUnitResponse
  parent(filter: UuidsBoundOrganisationUnitFilter, limit: int = null, cursor: Cursor = null): OrganisationUnit
  root_response: OrganisationUnitResponse
  root(filter: DescendantParentBoundOrganisationUnitFilter, limit: int = null, cursor: Cursor = null): [OrganisationUnit!]
  ancestors: [OrganisationUnit!]!
  ${children('children', 'OrganisationUnit', 'ParentBoundOrganisationUnitFilter')}
  child_count(filter: ParentBoundOrganisationUnitFilter): Int!
  has_children(filter: ParentBoundOrganisationUnitFilter): Boolean!
  unit_type_uuid: UUID
  ${reference('unit_type', 'Class')}
  org_unit_level_uuid: UUID
  ${reference('org_unit_level', 'Class', { response: 'unit_level_response' })}
  org_unit_hierarchy: UUID
  ${reference('org_unit_hierarchy_model', 'Class', { response: 'unit_hierarchy_response' })}
  time_planning_uuid: UUID
  ${reference('time_planning', 'Class')}
  ${children('engagements', 'Engagement', 'OrgUnitboundengagementfilter')}
  ${children('managers', 'Manager', 'OrgUnitboundmanagerfilter', ', inherit: Boolean! = false')}
  ${children('addresses', 'Address', 'OrgUnitboundaddressfilter')}
  ${children('itusers', 'ITUser', 'OrgUnitboundituserfilter')}
  ${children('kles', 'KLE', 'OrgUnitboundklefilter')}
  validity: Validity!
}
${containers('OrganisationUnit')}

type Manager {
  uuid: UUID!
  user_key: String!
  type: String!
  org_unit_uuid: UUID!
  org_unit_response: OrganisationUnitResponse!
  ${listReference('org_unit', 'OrganisationUnit', true)}
  employee_uuid: UUID
  person_response: EmployeeResponse
  ${listReference('person', 'Employee', false)}
  ${listReference('employee', 'Employee', false)}
  manager_type_uuid: UUID
  manager_type_response: ClassResponse
  manager_type(filter: UuidsBoundClassFilter, limit: int = null, cursor: Cursor = null): Class!
  manager_level_uuid: UUID
  manager_level_response: ClassResponse
  manager_level(filter: UuidsBoundClassFilter, limit: int = null, cursor: Cursor = null): Class!
  responsibility_uuids: [UUID!]
  ${children('responsibilities', 'Class', 'UuidsBoundClassFilter')}
  engagement_response: EngagementResponse
  validity: Validity!
}
${containers('Manager')}

type KLE {
  uuid: UUID!
  user_key: String!
  type: String!
  org_unit_uuid: UUID!
  org_unit_response: OrganisationUnitResponse
  ${listReference('org_unit', 'OrganisationUnit', true)}
  kle_number_uuid: UUID!
  ${kleNumber(kleNumberIsList)}
  kle_aspect_uuids: [UUID!]!
  ${children('kle_aspects', 'Class', 'UuidsBoundClassFilter')}
  validity: Validity!
}
${containers('KLE')}
`;
