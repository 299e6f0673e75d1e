import type { RunRecord, Trouble } from '@os2bridge/jobs';
import { ledgerOf, nextRun, type Bridge } from '@os2bridge/os2sync-pipeline';

/** One queue as it stands. */
export interface QueueStatus {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly paused: boolean;
  /** Milliseconds the longest-waiting job has waited; null = none waits. */
  readonly oldestWaitingMs: number | null;
  /** Worker processes connected; null = Redis does not say. */
  readonly workers: number | null;
  /** Why it rests. */
  readonly trouble: Trouble | null;
}

export interface Status {
  readonly municipality: string;
  readonly schedule: {
    readonly enabled: boolean;
    readonly cron: string;
    readonly timezone: string;
    /** ISO 8601, UTC. */ readonly next: string | null;
  };
  readonly queues: readonly QueueStatus[];
  /** Objects that the bridge has sent and not deleted. */
  readonly ledger: { readonly name: string | null; readonly orgunits: number; readonly users: number };
  readonly runs: readonly RunRecord[];
  readonly awaitingApproval: readonly RunRecord[];
}

/** Reads how the bridge stands, from Redis alone. */
export const readStatus = async (bridge: Bridge, options: { readonly runs: number; readonly now: number }): Promise<Status> => {
  const { settings, queues, runs, redis } = bridge;
  const [next, objects, runQueue, recent, orgunits, users] = await Promise.all([
    nextRun(queues.runs),
    queueStatus(bridge, queues.objects, options.now),
    queueStatus(bridge, queues.runs, options.now),
    runs.list(Math.max(50, options.runs)),
    ledgerOf(redis, settings, 'orgunit').size(),
    ledgerOf(redis, settings, 'user').size(),
  ]);
  const { enabled, cron, timezone } = settings.schedule;
  return {
    municipality: settings.cvr,
    schedule: { enabled, cron, timezone, next: next?.toISOString() ?? null },
    queues: [runQueue, objects],
    ledger: { name: settings.ledger.name, orgunits, users },
    runs: recent.slice(0, options.runs),
    awaitingApproval: recent.filter((run) => run.state === 'awaiting-approval'),
  };
};

const queueStatus = async ({ trouble }: Bridge, queue: Bridge['queues']['objects'], now: number): Promise<QueueStatus> => {
  const [counts, paused, oldest, workers, why] = await Promise.all([
    queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
    queue.isPaused(),
    queue.getJobs(['waiting'], 0, 0, true),
    // Some hosted Redis refuse CLIENT LIST.
    queue.getWorkersCount().catch(() => null),
    trouble.read(queue.name),
  ]);
  const waitingSince = oldest[0]?.timestamp;
  return {
    name: queue.name,
    waiting: (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0),
    active: counts['active'] ?? 0,
    delayed: counts['delayed'] ?? 0,
    failed: counts['failed'] ?? 0,
    paused,
    oldestWaitingMs: waitingSince === undefined ? null : Math.max(0, now - waitingSince),
    workers,
    trouble: why,
  };
};
