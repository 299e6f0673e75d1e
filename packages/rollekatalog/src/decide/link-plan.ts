import type { Uuid } from '@os2bridge/model';
import type { LinkedSystem } from '../read/linked-system.ts';

/** Users to add to a list and to take from it. */
export interface UserDelta {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** What is to be written for one IT system linked to `system`. Empty parts = nothing. */
export interface LinkPlan {
  readonly link: LinkedSystem;
  readonly system: Uuid;
  readonly owners: UserDelta;
  readonly responsibles: UserDelta;
  /** The collection's members follow the responsibles. */
  readonly collection: UserDelta;
  /** Whether attestations and assignments are to be told of the collection: it is new or changed, and not empty (facts/rollekatalog.md §3.4e). */
  readonly backFill: boolean;
}
