import type { CollectionName } from '../../dataset/normalised.ts';
import type { Emitter } from '../events/emitter.ts';
import type { EventSystem } from '../events/event-system.ts';
import type { Scope } from '../select/scope.ts';
import type { Segment } from '../store/segment.ts';
import type { Transaction } from '../write/transaction.ts';
import type { DarState } from './dar.ts';

/** What every resolver of one request shares. */
export interface RequestContext extends Scope {
  /** What the caller may do; null = everything. */
  readonly roles: ReadonlySet<string> | null;
  /** The caller's uuid: actor, and owner of listeners. */
  readonly actor: string;
  /**
   * Validities that a top-level collection has loaded, by collection and uuid. Two aliases that meet the same object with different
   * windows both show the first one's (os2mo/README.md, difference 2).
   */
  readonly loaded: Map<CollectionName, Map<string, readonly Segment<unknown>[]>>;
  readonly dar: DarState;
  readonly transaction: Transaction;
  readonly events: EventSystem;
  readonly emitter: Emitter;
  /** Epoch ms: when fetched events become visible again. */
  readonly eventNow: () => number;
  /** Counts the top-level objects of the answer. */
  readonly count: (objects: number) => void;
}
