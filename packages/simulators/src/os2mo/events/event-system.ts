import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { byUrgency, isVisible } from './back-off.ts';
import type { Listener, Namespace, PendingEvent } from './event-records.ts';
import {
  type EventSelection,
  type ListenerFilter,
  type NamespaceFilter,
  selectsEvent,
  selectsListener,
  selectsNamespace,
} from './event-selection.ts';
import type { EventToken } from './event-token.ts';

/** The namespace of OS2MO's own events; its owner is nobody who can log in. */
export const MO_NAMESPACE = 'mo';
const MO_OWNER = '6d6f0000-0000-4000-8000-000000000000';

export const DEFAULT_PRIORITY = 10_000;

export interface NewEvent {
  readonly namespace: string;
  readonly routingKey: string;
  readonly subject: string;
  readonly priority?: number;
  /** Only listeners of this owner, or this one listener. */
  readonly owner?: string | null;
  readonly listener?: string | null;
}

/** Namespaces, listeners and pending events of facts/os2mo.md §5.1. Times are epoch ms. */
export interface EventSystem {
  declareNamespace(owner: string, name: string, isPublic: boolean): Namespace;
  deleteNamespace(name: string): void;
  declareListener(owner: string, namespace: string, userKey: string, routingKey: string): Listener;
  deleteListener(uuid: string, withPending: boolean): void;
  namespaces(filter: NamespaceFilter | null | undefined): readonly Namespace[];
  listeners(filter: ListenerFilter | null | undefined): readonly Listener[];
  events(filter: EventSelection | null | undefined): readonly PendingEvent[];
  /** Makes an event pending for every listener it concerns; one that is pending already gets a new generation. */
  publish(event: NewEvent): void;
  /** The most urgent visible event, now invisible for a while; null for a listener of somebody else too. */
  fetch(owner: string, listener: string, now: number): PendingEvent | null;
  /** Forgets the event if the token is its latest and the caller its owner; otherwise nothing happens, and nobody is told. */
  acknowledge(owner: string, token: EventToken): void;
  /** Makes fetched events visible at once. */
  resetLastTried(filter?: EventSelection): readonly PendingEvent[];
  silence(filter: EventSelection, silenced: boolean): void;
}

export const createEventSystem = (): EventSystem => {
  const namespaces = new Map<string, Namespace>([[MO_NAMESPACE, { name: MO_NAMESPACE, owner: MO_OWNER, public: true }]]);
  const listeners = new Map<string, Listener>();
  const pending = new Map<string, PendingEvent>();
  const queues = new Map<string, Map<string, PendingEvent>>();
  const queueOf = ({ uuid }: Listener): Map<string, PendingEvent> => queues.get(uuid) ?? new Map<string, PendingEvent>();
  const forget = (event: PendingEvent): void => {
    pending.delete(event.uuid);
    queueOf(event.listener).delete(event.subject);
  };
  const events: EventSystem['events'] = (filter) =>
    [...pending.values()].filter((event) => selectsEvent(filter, event)).toSorted((a, b) => (a.uuid < b.uuid ? -1 : 1));

  const enqueue = (listener: Listener, subject: string, priority: number): void => {
    const known = queueOf(listener).get(subject);
    if (known === undefined) {
      const uuid = randomUUID();
      const made = { uuid, listener, subject, priority, silenced: false, generation: randomUUID(), lastTried: null, fetchedCount: 0 };
      pending.set(uuid, made);
      queueOf(listener).set(subject, made);
      return;
    }
    known.generation = randomUUID();
    known.priority = Math.min(known.priority, priority);
    known.lastTried = null;
    known.fetchedCount = 0;
  };

  return {
    declareNamespace: (owner, name, isPublic) => {
      const known = namespaces.get(name);
      if (known === undefined) {
        const made = { name, owner, public: isPublic };
        namespaces.set(name, made);
        return made;
      }
      if (known.owner !== owner) throw new GraphQLError('Namespace already claimed by another owner.');
      if (known.public !== isPublic) throw new GraphQLError('Namespace already exists with a different public setting.');
      return known;
    },
    deleteNamespace: (name) => {
      if ([...listeners.values()].some(({ namespace }) => namespace.name === name))
        throw new GraphQLError('There are listeners in this namespace.');
      namespaces.delete(name);
    },
    declareListener: (owner, namespaceName, user_key, routing_key) => {
      const namespace = namespaces.get(namespaceName);
      if (namespace === undefined) throw new GraphQLError('Namespace does not exist');
      if (!namespace.public && namespace.owner !== owner) throw new GraphQLError('You are not the owner of that namespace.');
      const known = [...listeners.values()].find(
        (listener) => listener.owner === owner && listener.namespace === namespace && listener.user_key === user_key,
      );
      if (known === undefined) {
        const made = { uuid: randomUUID(), owner, user_key, routing_key, namespace };
        listeners.set(made.uuid, made);
        queues.set(made.uuid, new Map());
        return made;
      }
      if (known.routing_key !== routing_key)
        throw new GraphQLError('There already exists a listener with this user_key and a different routing_key');
      return known;
    },
    deleteListener: (uuid, withPending) => {
      const listener = listeners.get(uuid);
      if (listener === undefined) return;
      const waiting = queueOf(listener);
      if (waiting.size > 0 && !withPending)
        throw new GraphQLError('There are pending events for this listener; `delete_pending_events` deletes it anyway.');
      for (const event of waiting.values()) pending.delete(event.uuid);
      queues.delete(uuid);
      listeners.delete(uuid);
    },
    namespaces: (filter) => [...namespaces.values()].filter((namespace) => selectsNamespace(filter, namespace)),
    listeners: (filter) =>
      [...listeners.values()].filter((listener) => selectsListener(filter, listener)).toSorted((a, b) => (a.uuid < b.uuid ? -1 : 1)),
    events,
    publish: ({ namespace, routingKey, subject, priority = DEFAULT_PRIORITY, owner, listener: only }) => {
      for (const listener of listeners.values()) {
        if (listener.namespace.name !== namespace || listener.routing_key !== routingKey) continue;
        if ((owner && listener.owner !== owner) || (only && listener.uuid !== only)) continue;
        enqueue(listener, subject, priority);
      }
    },
    fetch: (owner, uuid, now) => {
      const listener = listeners.get(uuid);
      if (listener === undefined || listener.owner !== owner) return null;
      let event: PendingEvent | null = null;
      for (const candidate of queueOf(listener).values())
        if (isVisible(candidate, now) && (event === null || byUrgency(candidate, event) < 0)) event = candidate;
      if (event === null) return null;
      event.lastTried = now;
      event.fetchedCount += 1;
      return event;
    },
    acknowledge: (owner, { event: uuid, generation }) => {
      const event = pending.get(uuid);
      if (event !== undefined && event.generation === generation && event.listener.owner === owner) forget(event);
    },
    resetLastTried: (filter) => {
      const chosen = events(filter);
      for (const event of chosen) event.lastTried = null;
      return chosen;
    },
    silence: (filter, silenced) => {
      for (const event of events(filter)) event.silenced = silenced;
    },
  };
};
