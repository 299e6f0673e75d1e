import { children, containers, listReference, reference } from './sdl-parts.ts';

const extensions = Array.from({ length: 10 }, (_, index) => `extension_${index + 1}: String`).join('\n  ');

/** SDL: persons, engagements, it accounts. */
export const personTypes = `
type Employee {
  uuid: UUID!
  user_key: String!
  type: String!
  cpr_number: CPR
  cpr_no: CPR
  name: String!
  given_name: String!
  givenname: String!
  surname: String!
  nickname: String!
  nickname_given_name: String
  nickname_givenname: String
  nickname_surname: String
  seniority: Date
  ${children('engagements', 'Engagement', 'EmployeeBoundEngagementFilter')}
  ${children('manager_roles', 'Manager', 'EmployeeBoundManagerFilter', ', inherit: Boolean! = false')}
  ${children('addresses', 'Address', 'EmployeeBoundAddressFilter')}
  ${children('itusers', 'ITUser', 'EmployeeBoundITUserFilter')}
  validity: OpenValidity!
}
${containers('Employee')}

type Engagement {
  uuid: UUID!
  user_key: String!
  type: String!
  is_primary: Boolean!
  fraction: Int
  ${extensions}
  employee_uuid: UUID!
  person_response: EmployeeResponse!
  ${listReference('person', 'Employee', true)}
  ${listReference('employee', 'Employee', true)}
  org_unit_uuid: UUID!
  org_unit_response: OrganisationUnitResponse!
  ${listReference('org_unit', 'OrganisationUnit', true)}
  job_function_uuid: UUID!
  ${reference('job_function', 'Class', { required: true })}
  engagement_type_uuid: UUID!
  ${reference('engagement_type', 'Class', { required: true })}
  primary_uuid: UUID
  ${reference('primary', 'Class')}
  addresses_response(filter: EngagementBoundAddressFilter, limit: int = null, cursor: Cursor = null): AddressResponsePaged!
  itusers_response(filter: EngagementBoundITUserFilter, limit: int = null, cursor: Cursor = null): ITUserResponsePaged!
  itusers(filter: EngagementBoundITUserFilter, limit: int = null, cursor: Cursor = null): [ITUserResponse!]!
  managers(filter: OrgUnitboundmanagerfilter = null, inherit: Boolean! = false, exclude_self: Boolean! = false): [Manager!]!
  validity: Validity!
}
${containers('Engagement')}

type ITUser {
  uuid: UUID!
  user_key: String!
  type: String!
  external_id: String
  binding_type: String
  itsystem_uuid: UUID!
  ${reference('itsystem', 'ITSystem', { required: true })}
  employee_uuid: UUID
  person_response: EmployeeResponse
  ${listReference('person', 'Employee', false)}
  ${listReference('employee', 'Employee', false)}
  org_unit_uuid: UUID
  org_unit_response: OrganisationUnitResponse
  ${listReference('org_unit', 'OrganisationUnit', false)}
  engagement_uuid: UUID
  engagement_uuids: [UUID!]!
  engagement_response: EngagementResponse
  ${listReference('engagement', 'Engagement', false)}
  engagements_responses(filter: UuidsBoundEngagementFilter, limit: int = null, cursor: Cursor = null): EngagementResponsePaged!
  engagements(filter: UuidsBoundEngagementFilter, limit: int = null, cursor: Cursor = null): [EngagementResponse!]!
  ${children('addresses', 'Address', 'ItuserBoundAddressFilter')}
  primary_uuid: UUID
  ${reference('primary', 'Class')}
  validity: Validity!
}
${containers('ITUser')}
`;
