/** The collections that can be refreshed, by mutation: filter type. */
const refreshable: Readonly<Record<string, string>> = {
  address: 'AddressFilter',
  class: 'ClassFilter',
  employee: 'EmployeeFilter',
  engagement: 'EngagementFilter',
  facet: 'FacetFilter',
  itsystem: 'ITSystemFilter',
  ituser: 'ITUserFilter',
  kle: 'KLEFilter',
  manager: 'ManagerFilter',
  org_unit: 'OrganisationUnitFilter',
};

const refreshes = Object.entries(refreshable)
  .map(
    ([name, filter]) =>
      `${name}_refresh(filter: ${filter} = null, limit: int = null, cursor: Cursor = null, queue: String = null, exchange: String = null, listener: UUID = null, owner: UUID = null, priority: Int! = 10000): UUIDPaged!`,
  )
  .join('\n  ');

const terminateInput = (name: string, extra = ''): string => `input ${name} {
  from: DateTime = null
  to: DateTime!
  uuid: UUID!
  ${extra}
}`;

/** What create and update of an account share. */
const itUserFields = `external_id: String = null
  binding_type: String = null
  primary: UUID = null
  person: UUID = null
  org_unit: UUID = null
  engagement: UUID = null
  engagements: [UUID!] = null
  validity: RAValidityInput!
  note: String = null`;

/** SDL: what can be written. Only what the bridge writes, and what its tests need to make things happen. */
export const mutationTypes = `
input RAValidityInput {
  from: DateTime!
  to: DateTime = null
}

input ITUserCreateInput {
  uuid: UUID = null
  user_key: String!
  itsystem: UUID!
  ${itUserFields}
}

input ITUserUpdateInput {
  uuid: UUID!
  user_key: String = null
  itsystem: UUID = null
  ${itUserFields}
}

${terminateInput('ITUserTerminateInput')}

${terminateInput('EmployeeTerminateInput', 'vacate: Boolean! = false')}

input AddressCreateInput {
  uuid: UUID = null
  user_key: String = null
  address_type: UUID!
  value: String!
  person: UUID = null
  employee: UUID = null
  org_unit: UUID = null
  engagement: UUID = null
  ituser: UUID = null
  visibility: UUID = null
  validity: RAValidityInput!
}

input OrganisationUnitUpdateInput {
  uuid: UUID!
  name: String
  user_key: String
  parent: UUID
  org_unit_type: UUID
  org_unit_level: UUID
  org_unit_hierarchy: UUID
  time_planning: UUID
  validity: RAValidityInput!
}

type UUIDPaged {
  objects: [UUID!]!
  page_info: PageInfo!
}

type Mutation {
  ituser_create(input: ITUserCreateInput!): ITUserResponse!
  itusers_create(input: [ITUserCreateInput!]!): [ITUserResponse!]!
  ituser_update(input: ITUserUpdateInput!): ITUserResponse!
  ituser_terminate(input: ITUserTerminateInput!): ITUserResponse!
  address_create(input: AddressCreateInput!): AddressResponse!
  addresses_create(input: [AddressCreateInput!]!): [AddressResponse!]!
  employee_terminate(input: EmployeeTerminateInput!): EmployeeResponse!
  org_unit_update(input: OrganisationUnitUpdateInput!): OrganisationUnitResponse!
  ${refreshes}
  event_namespace_declare(input: NamespaceCreateInput!): Namespace!
  event_namespace_delete(input: NamespaceDeleteInput!): Boolean!
  event_listener_declare(input: ListenerCreateInput!): Listener!
  event_listener_delete(input: ListenerDeleteInput!): Boolean!
  event_acknowledge(input: EventAcknowledgeInput!): Boolean!
  event_send(input: EventSendInput!): Boolean!
  event_silence(input: EventSilenceInput!): Boolean!
  event_unsilence(input: EventUnsilenceInput!): Boolean!
  event_rerun(input: EventRerunInput!): [FullEvent!]!
}
`;
