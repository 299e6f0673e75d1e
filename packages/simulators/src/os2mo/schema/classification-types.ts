import { children, containers, reference } from './sdl-parts.ts';

/** SDL: facets, classes, it systems. */
export const classificationTypes = `
type Facet {
  uuid: UUID!
  user_key: String!
  type: String!
  published: String
  description: String
  org_uuid: UUID!
  parent_uuid: UUID
  ${reference('parent', 'Facet')}
  ${children('children', 'Facet', 'ParentBoundFacetFilter')}
  classes_responses(filter: FacetBoundClassFilter, limit: int = null, cursor: Cursor = null): ClassResponsePaged!
  classes(filter: FacetBoundClassFilter, limit: int = null, cursor: Cursor = null): [Class!]!
  validity: OpenValidity!
}
${containers('Facet')}

type Class {
  uuid: UUID!
  user_key: String!
  type: String!
  name: String!
  full_name: String!
  scope: String
  published: String
  description: String
  example: String
  org_uuid: UUID!
  owner: UUID
  owner_response: OrganisationUnitResponse
  facet_uuid: UUID!
  ${reference('facet', 'Facet', { required: true })}
  top_level_facet: Facet!
  parent_uuid: UUID
  ${reference('parent', 'Class')}
  ${children('children', 'Class', 'ParentBoundClassFilter')}
  it_system_uuid: UUID
  ${reference('it_system', 'ITSystem')}
  validity: OpenValidity!
}
${containers('Class')}

type ITSystem {
  uuid: UUID!
  user_key: String!
  type: String!
  name: String!
  system_type: String
  roles_response(filter: ItSystemboundclassfilter, limit: int = null, cursor: Cursor = null): ClassResponsePaged!
  roles(filter: ItSystemboundclassfilter, limit: int = null, cursor: Cursor = null): [ClassResponse!]!
  validity: OpenValidity!
}
${containers('ITSystem')}
`;
