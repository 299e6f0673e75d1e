import { datasetClock } from '../../dataset/dataset-clock.ts';
import { type DatasetInput, datasetSchema } from '../../dataset/dataset.ts';
import { normalise } from '../../dataset/normalise.ts';
import type { Caller } from '../auth/caller.ts';
import { createEmitter, type Emitter, routingKeys } from '../events/emitter.ts';
import { createEventSystem, type EventSystem, MO_NAMESPACE } from '../events/event-system.ts';
import type { RequestContext } from '../resolve/request-context.ts';
import type { DarState } from '../resolve/dar.ts';
import { createScope } from '../select/select.ts';
import { createStore, type Store } from '../store/store.ts';
import { createTransaction } from '../write/transaction.ts';
import { applyPatch, type DatasetPatch } from './dataset-patch.ts';
import { createClock, type Clock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';
import { createStats, type StatsCounter } from './stats.ts';

/** What a request brings along. */
export interface RequestSetting {
  readonly version: number;
  readonly caller: Caller;
  readonly dar: DarState;
  readonly count: (objects: number) => void;
}

/** One simulated OS2MO, without its HTTP server. */
export interface Os2moState {
  readonly clock: Clock;
  readonly stats: StatsCounter;
  readonly faults: Faults;
  readonly events: EventSystem;
  readonly emitter: Emitter;
  store(): Store;
  /** Forgets every object and loads another dataset, and takes its clock if it has one. Listeners and pending events stay. */
  load(dataset: DatasetInput): void;
  /** Sets the clock (ISO-8601) and stops it, null = the real one again; what begins or ends in between becomes events. */
  setNow(now: string | null): void;
  /** Changes the rows of the patch; their events are pending at once. */
  patch(patch: DatasetPatch): void;
  context(setting: RequestSetting): RequestContext;
}

export interface Os2moStateOptions {
  readonly dataset: DatasetInput;
  /** The simulator's clock, epoch ms; null = the dataset's own (`meta.now`), else the real one. */
  readonly now: number | null;
  /** How long a change waits for its events, ms; null = until emission is asked for. */
  readonly eventDelayMs: number | null;
}

export const createOs2moState = ({ dataset: input, now, eventDelayMs }: Os2moStateOptions): Os2moState => {
  const first = datasetSchema.parse(input);
  const clock = createClock(now ?? datasetClock(first));
  let store = createStore(normalise(first, clock.now()));
  const events = createEventSystem();
  const emitter = createEmitter({ system: events, store: () => store, now: clock.now, delayMs: eventDelayMs });
  return {
    clock,
    events,
    emitter,
    stats: createStats(),
    faults: createFaults(),
    store: () => store,
    load: (dataset) => {
      const next = datasetSchema.parse(dataset);
      const ownTime = datasetClock(next);
      if (ownTime !== null) clock.set(ownTime);
      store = createStore(normalise(next, clock.now()));
    },
    setNow: (instant) => {
      clock.set(instant === null ? null : Date.parse(instant));
      emitter.emit();
    },
    patch: (patch) => {
      const changes = applyPatch(store, patch, clock.now());
      for (const { name, uuid } of changes) events.publish({ namespace: MO_NAMESPACE, routingKey: routingKeys[name], subject: uuid });
    },
    context: ({ version, caller, dar, count }) => ({
      ...createScope(store, clock.now(), version),
      roles: caller.roles,
      actor: caller.uuid,
      loaded: new Map(),
      dar,
      events,
      emitter,
      eventNow: clock.now,
      transaction: createTransaction(store),
      count,
    }),
  };
};
