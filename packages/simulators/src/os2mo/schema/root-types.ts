import { collection } from './sdl-parts.ts';

/** SDL: scalars, what every object uses, and the queries. */
export const rootTypes = `
scalar UUID
scalar DateTime
scalar Date
scalar CPR
scalar Cursor
scalar EventToken
scalar int

type Validity {
  from: DateTime!
  to: DateTime
}

type OpenValidity {
  from: DateTime
  to: DateTime
}

type PageInfo {
  next_cursor: Cursor
}

type Version {
  mo_version: String
  mo_hash: String
  lora_version: String
}

type Query {
  ${collection('addresses', 'Address', 'AddressFilter')}
  ${collection('classes', 'Class', 'ClassFilter')}
  ${collection('employees', 'Employee', 'EmployeeFilter')}
  ${collection('persons', 'Employee', 'EmployeeFilter')}
  ${collection('engagements', 'Engagement', 'EngagementFilter')}
  ${collection('facets', 'Facet', 'FacetFilter')}
  ${collection('itsystems', 'ITSystem', 'ITSystemFilter')}
  ${collection('itusers', 'ITUser', 'ITUserFilter')}
  ${collection('kles', 'KLE', 'KLEFilter')}
  ${collection('managers', 'Manager', 'ManagerFilter', ', inherit: Boolean! = false')}
  ${collection('org_units', 'OrganisationUnit', 'OrganisationUnitFilter')}
  events(filter: FullEventFilter = null, limit: int = null, cursor: Cursor = null): FullEventPaged!
  event_namespaces(filter: NamespaceFilter = null, limit: int = null, cursor: Cursor = null): NamespacePaged!
  event_listeners(filter: ListenerFilter = null, limit: int = null, cursor: Cursor = null): ListenerPaged!
  event_fetch(filter: EventFilter!): Event
  org: Organisation!
  version: Version!
}
`;
