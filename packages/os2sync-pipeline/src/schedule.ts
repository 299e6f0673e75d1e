import type { Bridge } from './bridge.ts';

const FULL_SYNC = 'full-sync';

/**
 * Makes Redis hold exactly the job schedulers the settings ask for: upserts ours and removes every other, since a deleted one would fire for ever
 * (facts §4.3). Idempotent; any number of schedulers may do it at once.
 */
export const applySchedule = async ({ queues, settings }: Bridge): Promise<{ readonly next: Date | null }> => {
  const wanted = settings.schedule.enabled ? [FULL_SYNC] : [];
  for (const found of await queues.runs.getJobSchedulers()) {
    if (!wanted.includes(found.key)) await queues.runs.removeJobScheduler(found.key);
  }
  if (!settings.schedule.enabled) return { next: null };
  const { cron, timezone } = settings.schedule;
  const template = {
    name: 'scheduled-run',
    data: { kind: 'full' },
    opts: { attempts: 5, backoff: { type: 'exponential', delay: 30_000, jitter: 0.5 } },
  };
  await queues.runs.upsertJobScheduler(FULL_SYNC, { pattern: cron, tz: timezone }, template);
  return { next: await nextRun(queues.runs) };
};

/** When the next scheduled run is due; null when the schedule is off. */
export const nextRun = async (runs: Bridge['queues']['runs']): Promise<Date | null> => {
  const found = (await runs.getJobSchedulers()).find((scheduler) => scheduler.key === FULL_SYNC);
  return found?.next === undefined ? null : new Date(found.next);
};
