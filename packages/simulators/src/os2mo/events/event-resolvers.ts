import { GraphQLError } from 'graphql';
import type { CollectionName } from '../../dataset/normalised.ts';
import { type CollectionArguments } from '../resolve/collection.ts';
import { type PageArguments, pageOf } from '../resolve/page.ts';
import type { Resolver, Resolvers } from '../resolve/resolvers.ts';
import { selectUuids } from '../select/select.ts';
import { routingKeys } from './emitter.ts';
import { DEFAULT_PRIORITY, MO_NAMESPACE } from './event-system.ts';
import type { Listener, Namespace, PendingEvent } from './event-records.ts';
import type { EventSelection, ListenerFilter, NamespaceFilter } from './event-selection.ts';
import { type EventToken, writeEventToken } from './event-token.ts';

interface Filtered<Filter> extends PageArguments {
  readonly filter?: Filter | null;
}

interface Input<Value> {
  readonly input?: Value;
}

/** The argument that GraphQL has made sure is there. */
const given = <Value>({ input }: Input<Value>): Value => {
  if (input === undefined) throw new GraphQLError('input is missing');
  return input;
};

const page = <Item>(items: readonly Item[], key: (item: Item) => string, args: PageArguments) => {
  const { uuids, next } = pageOf(items.map(key).toSorted(), args);
  const chosen = new Set(uuids);
  return { objects: items.filter((item) => chosen.has(key(item))), page_info: { next_cursor: next } };
};

/** Everybody sees their own events; with `read_event_all` those of all. */
const visible =
  (owner: string, roles: ReadonlySet<string> | null) =>
  (event: PendingEvent): boolean =>
    roles === null || roles.has('read_event_all') || event.listener.owner === owner;

export const eventQueries: Resolvers<unknown> = {
  event_fetch: (_root, { filter }: { readonly filter?: { readonly listener: string } }, { events, emitter, actor, eventNow }) => {
    emitter.emitDue();
    const event = filter === undefined ? null : events.fetch(actor, filter.listener, eventNow());
    if (event === null) return null;
    const { subject, priority, uuid, generation } = event;
    return { subject, priority, token: writeEventToken({ event: uuid, generation }) };
  },
  events: (_root, args: Filtered<EventSelection>, { events, emitter, actor, roles }) => {
    emitter.emitDue();
    return page(events.events(args.filter).filter(visible(actor, roles)), ({ uuid }) => uuid, args);
  },
  event_listeners: (_root, args: Filtered<ListenerFilter>, { events }) => page(events.listeners(args.filter), ({ uuid }) => uuid, args),
  event_namespaces: (_root, args: Filtered<NamespaceFilter>, { events }) => page(events.namespaces(args.filter), ({ name }) => name, args),
};

export const namespaceResolvers: Resolvers<Namespace> = {
  listeners: ({ name }, { filter }: Filtered<ListenerFilter>, { events }) => events.listeners({ ...filter, namespaces: { names: [name] } }),
};

export const listenerResolvers: Resolvers<Listener> = {
  events: ({ uuid }, { filter }: Filtered<EventSelection>, { events, actor, roles }) =>
    events.events({ ...filter, listeners: { uuids: [uuid] } }).filter(visible(actor, roles)),
};

export const eventMutations: Resolvers<unknown> = {
  event_namespace_declare: (_root, args: Input<{ readonly name: string; readonly public: boolean }>, { events, actor }) =>
    events.declareNamespace(actor, given(args).name, given(args).public),
  event_namespace_delete: (_root, args: Input<{ readonly name: string }>, { events }) => {
    events.deleteNamespace(given(args).name);
    return true;
  },
  event_listener_declare: (
    _root,
    args: Input<{ readonly namespace: string; readonly user_key: string; readonly routing_key: string }>,
    { events, actor },
  ) => {
    const { namespace, user_key, routing_key } = given(args);
    return events.declareListener(actor, namespace, user_key, routing_key);
  },
  event_listener_delete: (_root, args: Input<{ readonly uuid: string; readonly delete_pending_events: boolean }>, { events }) => {
    const { uuid, delete_pending_events } = given(args);
    events.deleteListener(uuid, delete_pending_events);
    return true;
  },
  event_acknowledge: (_root, args: Input<{ readonly token: EventToken }>, { events, actor }) => {
    events.acknowledge(actor, given(args).token);
    return true;
  },
  event_send: (
    _root,
    args: Input<{ readonly namespace: string; readonly routing_key: string; readonly subject: string; readonly priority: number }>,
    { events, actor },
  ) => {
    const { namespace, routing_key, subject, priority } = given(args);
    if (priority < 1) throw new GraphQLError('priority must be natural');
    const [found] = events.namespaces({ names: [namespace] });
    if (found?.owner !== actor) throw new GraphQLError('You are not the owner of that namespace.');
    events.publish({ namespace, routingKey: routing_key, subject, priority });
    return true;
  },
  event_silence: (_root, args: Input<EventSelection>, { events }) => {
    events.silence(given(args), true);
    return true;
  },
  event_unsilence: (_root, args: Input<EventSelection>, { events }) => {
    events.silence(given(args), false);
    return true;
  },
  event_rerun: (_root, args: Input<EventSelection>, { events }) => events.resetLastTried(given(args)),
};

interface RefreshArguments extends CollectionArguments<CollectionName> {
  readonly owner?: string | null;
  readonly listener?: string | null;
  readonly priority?: number;
}

/** `x_refresh`: events for chosen objects, pending at once. */
const refresh =
  (name: CollectionName): Resolver<unknown> =>
  (_root, args: RefreshArguments, context) => {
    const { uuids, next } = pageOf(selectUuids(context, name, args.filter), args);
    for (const subject of uuids)
      context.events.publish({
        namespace: MO_NAMESPACE,
        routingKey: routingKeys[name],
        subject,
        priority: args.priority ?? DEFAULT_PRIORITY,
        owner: args.owner ?? null,
        listener: args.listener ?? null,
      });
    return { objects: uuids, page_info: { next_cursor: next } };
  };

export const refreshMutations: Resolvers<unknown> = {
  address_refresh: refresh('addresses'),
  class_refresh: refresh('classes'),
  employee_refresh: refresh('persons'),
  engagement_refresh: refresh('engagements'),
  facet_refresh: refresh('facets'),
  itsystem_refresh: refresh('itsystems'),
  ituser_refresh: refresh('itusers'),
  kle_refresh: refresh('kles'),
  manager_refresh: refresh('managers'),
  org_unit_refresh: refresh('org_units'),
};
