import { BridgeError } from '@os2bridge/model';
import type { Logger } from '@os2bridge/logging';
import { DelayedError, RateLimitError, UnrecoverableError, Worker, type Job, type Queue } from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import { setTimeout as delay } from 'node:timers/promises';
import { CATALOGUE, JOB_NAMES, type JobData, type JobName, type JobNamesOf } from './catalogue.ts';
import { describeError } from './describe-error.ts';
import type { TroubleStore } from './trouble.ts';

/** What a handler gets beside the data. `finalAttempt`: nobody will try again when this attempt fails for a passing reason. */
export interface JobContext {
  readonly id: string;
  readonly finalAttempt: boolean;
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

/** What a handler answers: small, serialisable, without personal data; Bull Board shows it. */
export type JobResult = Record<string, string | number | boolean | null>;

export type Handlers<Q extends 'objects' | 'runs'> = {
  readonly [N in JobNamesOf<Q>]: (data: JobData<N>, context: JobContext) => Promise<JobResult>;
};

/**
 * How long BullMQ may take to close when no job runs any more. It waits for ever while its blocking connection is between two attempts to reach Redis:
 * ioredis then never says that it has ended.
 */
const CLOSE_MS = 3_000;

/** How long a queue rests after a login or configuration error before one job tries again. */
const PAUSE_MS = 30_000;

export interface WorkerOptions<Q extends 'objects' | 'runs'> {
  readonly queue: Queue;
  readonly handlers: Handlers<Q>;
  readonly connection: Redis | Cluster;
  readonly prefix: string;
  readonly concurrency: number;
  readonly logger: Logger;
  readonly trouble: TroubleStore;
  /** Jobs that may last: at shutdown they are interrupted through their signal and given back, without using an attempt. */
  readonly interruptible?: boolean;
  /** Called once when a job has failed for good, before BullMQ stores it. */
  readonly onGivenUp?: (name: JobName, data: unknown, error: unknown) => Promise<void>;
}

/**
 * Registers the handlers of one queue: zod-checked data, one place that turns an error's fate into a BullMQ outcome, crash recovery within about 20 s.
 * `close` stops taking jobs and waits for those that run.
 */
export const startWorker = <Q extends 'objects' | 'runs'>(options: WorkerOptions<Q>): { close(): Promise<void> } => {
  const { queue, logger, trouble } = options;
  const shutdown = new AbortController();
  const running = new Set<Promise<JobResult>>();

  const process = async (job: Job, token: string | undefined, lost: AbortSignal | undefined): Promise<JobResult> => {
    // The one place where a name read from Redis becomes a typed handler: the map is complete by type, and the schema has checked the data.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const handler = (options.handlers as Partial<Record<string, (data: unknown, context: JobContext) => Promise<JobResult>>>)[job.name];
    const name = JOB_NAMES.find((known) => known === job.name);
    const entry = name && CATALOGUE[name];
    if (!handler || !entry) throw new UnrecoverableError(`unknown job ${job.name}: written by another version? update the workers`);
    const data = entry.data.safeParse(job.data);
    if (!data.success)
      throw new UnrecoverableError(`job ${job.name} has data of an unknown shape: written by another version? update the workers`);
    if (shutdown.signal.aborted && options.interruptible) return giveBack(job, token);
    const finalAttempt = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    try {
      const result = await handler(data.data, {
        id: job.id ?? '',
        finalAttempt,
        signal: lost ? AbortSignal.any([lost, shutdown.signal]) : shutdown.signal,
        logger: logger.child({ job: job.id ?? '', name }),
      });
      await trouble.clear(queue.name);
      return result;
    } catch (error) {
      if (shutdown.signal.aborted && options.interruptible) {
        return giveBack(job, token);
      }
      return settle(job, name, error, finalAttempt, data.data);
    }
  };

  /** Puts a job back without using an attempt; with a pause, since a closing worker may still have one fetch under way and would get it again. */
  const giveBack = async (job: Job, token: string | undefined): Promise<never> => {
    await job.moveToDelayed(Date.now() + 500, token);
    throw new DelayedError();
  };

  const settle = async (job: Job, name: JobName, error: unknown, finalAttempt: boolean, data: unknown): Promise<never> => {
    const text = describeError(error);
    const fate = error instanceof BridgeError ? error.fate : 'later';
    if (error instanceof BridgeError && (fate === 'pause' || fate === 'after')) {
      // No attempt is used: nothing is wrong with this object. The whole queue rests, then one job tries again.
      const waitMs = fate === 'pause' ? PAUSE_MS : Math.max(1000, error.retryAfterMs ?? 5000);
      await trouble.note(queue.name, { code: error.code, message: text, untilMs: Date.now() + waitMs });
      logger.error(text, { queue: queue.name, restMs: waitMs });
      await queue.rateLimit(waitMs);
      throw new RateLimitError();
    }
    const givenUp = fate === 'never' || finalAttempt;
    logger[givenUp ? 'error' : 'warn'](text, { job: job.id ?? '', attempt: job.attemptsMade + 1, givenUp });
    if (givenUp) await options.onGivenUp?.(name, data, error);
    if (fate === 'never') throw new UnrecoverableError(text);
    throw new Error(text);
  };

  // The processor must declare three parameters, else BullMQ passes no signal (facts §4.7).
  const worker = new Worker(
    queue.name,
    async (job, token, signal) => {
      const work = process(job, token, signal);
      running.add(work);
      return work.finally(() => running.delete(work));
    },
    {
      connection: options.connection,
      prefix: options.prefix,
      concurrency: options.concurrency,
      // A killed worker's jobs are taken over after at most lockDuration + stalledInterval; a stall uses no attempt, five of them fail the job.
      lockDuration: 15_000,
      stalledInterval: 5_000,
      maxStalledCount: 5,
      // A worker that is told to stop sits out what it has begun of a rest (BullMQ looks again only then, by default after 30 s): longer than a container may take.
      maximumRateLimitDelay: 2_000,
    },
  );
  worker.on('error', (error) => logger.warn(`queue ${queue.name}: ${describeError(error)}`));
  worker.on('lockRenewalFailed', (ids) => {
    for (const id of ids) worker.cancelJob(id, 'lock lost');
  });
  return {
    close: async () => {
      // First stop taking jobs: one that is given back must not come to this worker again.
      const closed = worker.close();
      if (options.interruptible) shutdown.abort();
      const idle = async (): Promise<void> => {
        while (running.size > 0) await Promise.allSettled(running);
        await delay(CLOSE_MS, undefined, { ref: false });
      };
      await Promise.race([closed, idle()]);
    },
  };
};
