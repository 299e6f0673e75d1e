import { uuidSchema, type KindName, type Uuid } from '@os2bridge/model';
import { z } from 'zod';

export const RUN_STATES = [
  'waiting',
  'planning',
  'applying',
  'deleting',
  'verifying',
  'done',
  'partial',
  'failed',
  'awaiting-approval',
] as const;
export type RunState = (typeof RUN_STATES)[number];

/** States in which nothing goes on any more. */
export const isFinished = (state: RunState): boolean =>
  state === 'done' || state === 'partial' || state === 'failed' || state === 'awaiting-approval';

/** What a run is about. `full` = everything; else these objects only, by MO uuid. */
export interface RunScope {
  readonly kind: 'full' | 'objects';
  readonly orgunits: readonly Uuid[];
  readonly users: readonly Uuid[];
  /** Send also what has not changed. */
  readonly force: boolean;
}

export type RunTrigger = 'schedule' | 'operator';

/** Counters of a run. What was planned is written by the planner, what was done by the jobs. */
export const RUN_COUNTERS = [
  'orgunits',
  'users',
  'create',
  'update',
  'unchanged',
  'ignore',
  'error',
  'delete',
  'jobs',
  'sent',
  'skipped',
  'deleted',
  'failed',
] as const;
export type RunCounter = (typeof RUN_COUNTERS)[number];
export type RunCounters = Readonly<Record<RunCounter, number>>;

/** A durable record of one run; holds no personal data. Times are ISO 8601, UTC. */
export interface RunRecord {
  readonly id: string;
  readonly scope: RunScope;
  readonly trigger: RunTrigger;
  /** Who asked: a login or `schedule`. */
  readonly requestedBy: string;
  readonly state: RunState;
  /** Why it failed, waits or is only partly done; for people. */
  readonly message: string | null;
  /** Stable code of the error that ended it, e.g. `mo-down`. */
  readonly code: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly approvedBy: string | null;
  readonly counters: RunCounters;
  /** Jobs not yet ended. */
  readonly pending: number;
}

/** One deletion a run has found: FK uuid, the MO uuid it was sent for (null: only FK knows it), and why. */
export interface RunDeletion {
  readonly kind: KindName;
  readonly fk: Uuid;
  readonly mo: Uuid | null;
  readonly reasons: readonly string[];
}

/** One line of what a run did or could not do. */
export interface RunChange {
  readonly kind: KindName;
  readonly mo: Uuid | null;
  readonly fk: Uuid | null;
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly message?: string;
}

export const scopeSchema = z.object({
  kind: z.enum(['full', 'objects']),
  orgunits: z.array(uuidSchema),
  users: z.array(uuidSchema),
  force: z.boolean(),
});
