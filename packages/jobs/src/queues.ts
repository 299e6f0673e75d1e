import { chunks } from '@os2bridge/model';
import { Queue, type JobsOptions } from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import { CATALOGUE, type JobData, type JobName } from './catalogue.ts';
import { objectQueueName, runQueueName } from './queue-names.ts';

/** How often and how patiently a job is tried. 8 attempts from 2 s on, doubling, last about 8 minutes. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly delayMs: number;
}

export interface Queues {
  readonly objects: Queue;
  readonly runs: Queue;
  add<N extends JobName>(name: N, data: JobData<N>, options?: Pick<JobsOptions, 'attempts' | 'priority'>): Promise<void>;
  /** Adds many jobs of one name, in chunks of 500: one atomic call for all of them would occupy Redis for most of a second (measured, facts §4.5). */
  addMany<N extends JobName>(name: N, data: readonly JobData<N>[]): Promise<void>;
  close(): Promise<void>;
}

const KEEP = {
  removeOnComplete: { count: 1000, age: 86_400 },
  removeOnFail: { count: 5000, age: 14 * 86_400 },
  keepLogs: 20,
  sizeLimit: 4096,
} as const;

/** Opens the two queues of a municipality. The connection stays the caller's. */
export const openQueues = (options: {
  readonly connection: Redis | Cluster;
  readonly prefix: string;
  readonly cvr: string;
  readonly retry: RetryPolicy;
  readonly onError: (error: Error) => void;
  /** For the command line: fail at once when Redis is away, instead of waiting for it. */
  readonly failFast?: boolean;
}): Queues => {
  const defaultJobOptions: JobsOptions = {
    ...KEEP,
    attempts: options.retry.attempts,
    backoff: { type: 'exponential', delay: options.retry.delayMs, jitter: 0.5 },
  };
  const open = (name: string): Queue => {
    const queue = new Queue(name, {
      connection: options.connection,
      prefix: options.prefix,
      defaultJobOptions,
      skipWaitingForReady: options.failFast ?? false,
    });
    queue.on('error', options.onError);
    return queue;
  };
  const byRole = { objects: open(objectQueueName(options.cvr)), runs: open(runQueueName(options.cvr)) };

  const toJob = <N extends JobName>(name: N, data: JobData<N>, extra: JobsOptions = {}) => {
    const { data: schema, deduplicationId } = CATALOGUE[name];
    const parsed: object = schema.parse(data);
    // keepLastIfActive: a change that arrives while the object's job runs is worked off right after it, never beside it (facts §4.4).
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the catalogue pairs each schema with the function over its data
    const id = (deduplicationId as (data: JobData<N>) => string)(data);
    return { name, data: parsed, opts: { ...extra, deduplication: { id, keepLastIfActive: true } } };
  };

  return {
    ...byRole,
    add: async (name, data, extra) => {
      const job = toJob(name, data, extra);
      await byRole[CATALOGUE[name].queue].add(job.name, job.data, job.opts);
    },
    addMany: async (name, data) => {
      for (const chunk of chunks(data, 500)) await byRole[CATALOGUE[name].queue].addBulk(chunk.map((one) => toJob(name, one)));
    },
    close: async () => {
      await Promise.all([byRole.objects.close(), byRole.runs.close()]);
    },
  };
};
