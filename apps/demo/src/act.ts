import type { SyncReport } from '@os2bridge/stage';

/** One act of the demo, as the summary table and the JSON show it. */
export interface Act {
  readonly act: string;
  /** Org units and employees that OS2MO knows. */
  readonly objects: number;
  readonly jobs: number;
  readonly moRequests: number;
  readonly os2syncRequests: number;
  readonly sent: number;
  readonly unchanged: number;
  readonly deleted: number;
  readonly failed: number;
  readonly seconds: number;
}

/** `sent` and `deleted` are what OS2sync received, counted there; the rest is the run's own record. */
export const actOf = (act: string, { run, seconds, moRequests, os2syncRequests, posts, deletes }: SyncReport): Act => ({
  act,
  objects: run.counters.orgunits + run.counters.users,
  jobs: run.counters.jobs,
  moRequests,
  os2syncRequests,
  sent: posts,
  unchanged: run.counters.unchanged,
  deleted: deletes,
  failed: run.counters.failed + run.counters.error,
  seconds: Math.round(seconds * 10) / 10,
});
