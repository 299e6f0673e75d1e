import type { KitosTime } from '../time/kitos-time.ts';

export interface ListOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface ChangeOptions extends ListOptions {
  /** Only what changed at this instant or later; absent = everything. */
  readonly changedSince?: KitosTime | undefined;
}
