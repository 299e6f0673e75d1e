import { containers, listReference, reference } from './sdl-parts.ts';

/** SDL: addresses and what they resolve to. */
export const addressTypes = `
type Address {
  uuid: UUID!
  user_key: String!
  type: String!
  value: String!
  value2: String
  name: String
  href: String
  resolve: ResolvedAddress!
  address_type_uuid: UUID!
  ${reference('address_type', 'Class', { required: true })}
  visibility_uuid: UUID
  ${reference('visibility', 'Class')}
  employee_uuid: UUID
  person_response: EmployeeResponse
  ${listReference('person', 'Employee', false)}
  ${listReference('employee', 'Employee', false)}
  org_unit_uuid: UUID
  org_unit_response: OrganisationUnitResponse
  ${listReference('org_unit', 'OrganisationUnit', false)}
  engagement_uuid: UUID
  engagement_response: EngagementResponse
  ${listReference('engagement', 'Engagement', false)}
  ituser_uuid: UUID
  ituser_response: ITUserResponse
  ${listReference('ituser', 'ITUser', true)}
  validity: Validity!
}
${containers('Address')}

interface ResolvedAddress {
  value: String!
}

type DefaultAddress implements ResolvedAddress {
  value: String!
}

type MultifieldAddress implements ResolvedAddress {
  value: String!
  value2: String!
  name: String!
}

type DARAddress implements ResolvedAddress {
  value: String!
  name: String!
  description: String!
  href: String!
  streetmap_href: String
  road_code: Int!
  road_name: String!
  house_number: String!
  floor: String
  door: String
  supplementary_city: String
  zip_code: String!
  zip_code_name: String!
  municipality_code: String!
  longitude: Float!
  latitude: Float!
}
`;
