import { copenhagenDate } from '@os2bridge/model';
import type { CollectionName } from '../../dataset/normalised.ts';
import type { Row } from '../store/segment.ts';
import type { Store } from '../store/store.ts';
import type { Change } from '../write/transaction.ts';
import { type EventSystem, MO_NAMESPACE } from './event-system.ts';

/** The routing key of a collection's events. */
export const routingKeys: Readonly<Record<CollectionName, string>> = {
  facets: 'facet',
  classes: 'class',
  itsystems: 'itsystem',
  org_units: 'org_unit',
  persons: 'person',
  engagements: 'engagement',
  itusers: 'ituser',
  addresses: 'address',
  managers: 'manager',
  kles: 'kle',
};

const isCollection = (name: string): name is CollectionName => Object.hasOwn(routingKeys, name);

/** Turns changes into events, some time after they were made, once per object and run. */
export interface Emitter {
  /** Changes that were committed: pending after the emission delay. */
  changed(changes: readonly Change[]): void;
  /** Emits now: what changed, and every object of which a validity began or ended since the last run. */
  emit(): void;
  /** Emits what is due, if anything is. */
  emitDue(): void;
}

export interface EmitterSetting {
  readonly system: EventSystem;
  readonly store: () => Store;
  /** The simulator's clock, epoch ms: decides which validities have begun or ended. */
  readonly now: () => number;
  /** How long a change waits, ms of real time; null = until it is asked for (`POST /testing/amqp/emit`). */
  readonly delayMs: number | null;
}

const boundariesBetween = (row: Row<unknown>, after: number, until: number): boolean =>
  row.segments.some(({ from, to }) => (from > after && from <= until) || (to > after && to <= until));

export const createEmitter = ({ system, store, now, delayMs }: EmitterSetting): Emitter => {
  const waiting = new Map<string, Change>();
  let waitingSince = 0;
  let lastRun = now();

  const emit = (): void => {
    const due = new Map(waiting);
    waiting.clear();
    const at = now();
    // Validities begin and end at midnight only: on the same day there is nothing to look for.
    if (at > lastRun && copenhagenDate(new Date(at)) !== copenhagenDate(new Date(lastRun))) {
      for (const [name, table] of Object.entries(store().tables)) {
        if (!isCollection(name)) continue;
        for (const row of table.sorted()) if (boundariesBetween(row, lastRun, at)) due.set(`${name} ${row.uuid}`, { name, uuid: row.uuid });
      }
    }
    lastRun = at;
    for (const { name, uuid } of due.values()) system.publish({ namespace: MO_NAMESPACE, routingKey: routingKeys[name], subject: uuid });
  };

  return {
    changed: (changes) => {
      if (changes.length === 0) return;
      if (waiting.size === 0) waitingSince = Date.now();
      for (const change of changes) waiting.set(`${change.name} ${change.uuid}`, change);
    },
    emit,
    emitDue: () => {
      if (delayMs === null) return;
      const newDay = copenhagenDate(new Date(now())) !== copenhagenDate(new Date(lastRun));
      if (newDay || (waiting.size > 0 && Date.now() - waitingSince >= delayMs)) emit();
    },
  };
};
