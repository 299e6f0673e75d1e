import type { Listener, Namespace, PendingEvent } from './event-records.ts';

type List<Value> = readonly Value[] | null | undefined;

export interface NamespaceFilter {
  readonly names?: List<string>;
  readonly owners?: List<string>;
  readonly public?: boolean | null;
}

export interface ListenerFilter {
  readonly uuids?: List<string>;
  readonly user_keys?: List<string>;
  readonly owners?: List<string>;
  readonly routing_keys?: List<string>;
  readonly namespaces?: NamespaceFilter | null;
}

export interface EventSelection {
  readonly listeners?: ListenerFilter | null;
  readonly subjects?: List<string>;
  readonly priorities?: List<number>;
  readonly silenced?: boolean | null;
}

/** No list restricts nothing, an empty one leaves nothing. */
const among = <Value>(wanted: List<Value>, value: Value): boolean => !wanted || wanted.includes(value);

const is = (wanted: boolean | null | undefined, value: boolean): boolean => wanted === null || wanted === undefined || wanted === value;

export const selectsNamespace = (filter: NamespaceFilter | null | undefined, namespace: Namespace): boolean =>
  !filter || (among(filter.names, namespace.name) && among(filter.owners, namespace.owner) && is(filter.public, namespace.public));

export const selectsListener = (filter: ListenerFilter | null | undefined, listener: Listener): boolean =>
  !filter ||
  (among(filter.uuids, listener.uuid) &&
    among(filter.user_keys, listener.user_key) &&
    among(filter.owners, listener.owner) &&
    among(filter.routing_keys, listener.routing_key) &&
    selectsNamespace(filter.namespaces, listener.namespace));

export const selectsEvent = (filter: EventSelection | null | undefined, event: PendingEvent): boolean =>
  !filter ||
  (selectsListener(filter.listeners, event.listener) &&
    among(filter.subjects, event.subject) &&
    among(filter.priorities, event.priority) &&
    is(filter.silenced, event.silenced));
