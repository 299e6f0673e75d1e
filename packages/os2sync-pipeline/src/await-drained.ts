import { setTimeout as delay } from 'node:timers/promises';
import type { Queues, Runs } from '@os2bridge/jobs';

/** How long the count of open jobs may stand still, with an idle queue, before their jobs are taken for lost. */
const LOST_AFTER_MS = 15_000;

/**
 * Waits until every job that the run waits for has ended. Jobs that vanished from the queue (an operator removed them, a Redis without persistence
 * was restarted) are added again by `readd`; adding a job that is still there changes nothing.
 */
export const awaitDrained = async (
  run: string,
  deps: { readonly runs: Runs; readonly queues: Queues; readonly readd: () => Promise<void>; readonly signal: AbortSignal },
): Promise<void> => {
  let last = -1;
  let since = Date.now();
  for (;;) {
    deps.signal.throwIfAborted();
    const pending = await deps.runs.pending(run);
    if (pending === 0) return;
    if (pending !== last) {
      last = pending;
      since = Date.now();
    } else if (Date.now() - since > LOST_AFTER_MS && (await isIdle(deps.queues))) {
      await deps.readd();
      since = Date.now();
    }
    await delay(pending > 500 ? 250 : 50, undefined, { signal: deps.signal });
  }
};

const isIdle = async ({ objects }: Queues): Promise<boolean> => {
  const counts = await objects.getJobCounts('waiting', 'active', 'delayed', 'prioritized');
  return Object.values(counts).every((count) => count === 0);
};
