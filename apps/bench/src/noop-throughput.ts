import { startRedis } from '@os2bridge/testing';
import { Queue, Worker } from 'bullmq';

const JOBS = 20_000;

/** Jobs per second of BullMQ itself on this machine now: one process, concurrency 50, jobs that do nothing. The yardstick beside our own figures. */
export const noopThroughput = async (): Promise<number> => {
  const redis = await startRedis();
  const connection = { host: '127.0.0.1', port: redis.port };
  const queue = new Queue('noop', { connection });
  for (let at = 0; at < JOBS; at += 500) {
    await queue.addBulk(Array.from({ length: 500 }, () => ({ name: 'noop', data: {}, opts: { removeOnComplete: true } })));
  }
  const finished = Promise.withResolvers<void>();
  let done = 0;
  const start = performance.now();
  const worker = new Worker('noop', async () => ({}), { connection, concurrency: 50 });
  worker.on('completed', () => {
    if ((done += 1) === JOBS) finished.resolve();
  });
  await finished.promise;
  const seconds = (performance.now() - start) / 1000;
  await worker.close();
  await queue.close();
  await redis.stop();
  return Math.round(JOBS / seconds);
};
