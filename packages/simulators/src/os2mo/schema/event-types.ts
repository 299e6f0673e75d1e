/** Selects pending events. */
const eventSelection = `listeners: ListenerFilter = null
  subjects: [String!] = null
  priorities: [Int!] = null`;

/** SDL: namespaces, listeners, events. */
export const eventTypes = `
type Namespace {
  name: String!
  owner: UUID!
  public: Boolean!
  listeners(filter: NamespacesBoundListenerFilter, limit: int = null, cursor: Cursor = null): [Listener!]!
}

type NamespacePaged {
  objects: [Namespace!]!
  page_info: PageInfo!
}

type Listener {
  uuid: UUID!
  owner: UUID!
  user_key: String!
  routing_key: String!
  namespace: Namespace!
  events(filter: ListenersBoundFullEventFilter, limit: int = null, cursor: Cursor = null): [FullEvent!]!
}

type ListenerPaged {
  objects: [Listener!]!
  page_info: PageInfo!
}

type Event {
  subject: String!
  priority: Int!
  token: EventToken!
}

type FullEvent {
  subject: String!
  priority: Int!
  silenced: Boolean!
  listener: Listener!
}

type FullEventPaged {
  objects: [FullEvent!]!
  page_info: PageInfo!
}

input NamespaceFilter {
  names: [String!] = null
  owners: [UUID!] = null
  public: Boolean = null
}

input ListenerFilter {
  uuids: [UUID!] = null
  user_keys: [String!] = null
  owners: [UUID!] = null
  routing_keys: [String!] = null
  namespaces: NamespaceFilter = null
}

input NamespacesBoundListenerFilter {
  uuids: [UUID!] = null
  user_keys: [String!] = null
  owners: [UUID!] = null
  routing_keys: [String!] = null
}

input FullEventFilter {
  ${eventSelection}
  silenced: Boolean = null
}

input ListenersBoundFullEventFilter {
  subjects: [String!] = null
  priorities: [Int!] = null
  silenced: Boolean = null
}

input EventFilter {
  listener: UUID!
}

input NamespaceCreateInput {
  name: String!
  public: Boolean! = false
}

input NamespaceDeleteInput {
  name: String!
}

input ListenerCreateInput {
  namespace: String! = "mo"
  user_key: String!
  routing_key: String!
}

input ListenerDeleteInput {
  uuid: UUID!
  delete_pending_events: Boolean! = false
}

input EventAcknowledgeInput {
  token: EventToken!
}

input EventSendInput {
  namespace: String!
  routing_key: String!
  subject: String!
  priority: Int! = 10000
}

input EventSilenceInput {
  listeners: ListenerFilter!
  subjects: [String!]!
}

input EventUnsilenceInput {
  ${eventSelection}
}

input EventRerunInput {
  ${eventSelection}
  silenced: Boolean = null
}
`;
