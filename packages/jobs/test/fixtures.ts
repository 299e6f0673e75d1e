import { silentLogger } from '@os2bridge/logging';
import { isUuid, type Uuid } from '@os2bridge/model';
import { createTroubleStore, openQueues, startWorker, type Handlers, type JobName, type Queues, type TroubleStore } from '@os2bridge/jobs';
import { Redis } from 'ioredis';

export const uuid = (n: number): Uuid => {
  const text = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  if (!isUuid(text)) throw new Error(text);
  return text;
};

export interface Rig {
  readonly queues: Queues;
  readonly redis: Redis;
  readonly trouble: TroubleStore;
  readonly givenUp: [JobName, unknown][];
  /** Starts a worker of the object queue in this process. */
  work(handlers: Partial<Handlers<'objects'>>, options?: { concurrency?: number; interruptible?: boolean }): { close(): Promise<void> };
  close(): Promise<void>;
}

let rigs = 0;

/** Real queues under a municipality number of their own, so that tests share a Redis without meeting. */
export const createRig = (url: string, retry = { attempts: 3, delayMs: 20 }): Rig => {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  const cvr = String(10_000_000 + (rigs += 1));
  const queues = openQueues({ connection: redis, prefix: '{test}', cvr, retry, onError: () => undefined });
  const trouble = createTroubleStore(redis, '{test}');
  const workers: { close(): Promise<void> }[] = [];
  const givenUp: [JobName, unknown][] = [];
  const never = async () => ({ sent: 0 });
  return {
    queues,
    redis,
    trouble,
    givenUp,
    work: (handlers, options = {}) => {
      const worker = startWorker<'objects'>({
        queue: queues.objects,
        connection: redis,
        prefix: '{test}',
        concurrency: options.concurrency ?? 4,
        logger: silentLogger,
        trouble,
        handlers: { 'sync-object': never, 'wash-object': never, ...handlers },
        interruptible: options.interruptible ?? false,
        onGivenUp: async (name, data) => void givenUp.push([name, data]),
      });
      workers.push(worker);
      return worker;
    },
    close: async () => {
      for (const worker of workers) await worker.close();
      await queues.close();
      await redis.quit();
    },
  };
};
