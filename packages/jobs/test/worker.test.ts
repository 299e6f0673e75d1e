import { BridgeError } from '@os2bridge/model';
import { eventually, leakGuard, startRedis, type RedisServer } from '@os2bridge/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createRig, uuid, type Rig } from './fixtures.ts';

const guard = leakGuard();
let server: RedisServer;
let rig: Rig;

beforeAll(async () => {
  server = await startRedis();
});
beforeEach(() => {
  rig = createRig(server.url);
});
afterEach(async () => {
  await rig.close();
});
afterAll(async () => {
  await guard.check(server.url);
  await server.stop();
});

const job = (n: number) => ({ kind: 'user' as const, mo: uuid(n), reason: 'test', deletions: 'hold' as const });

test('a handler gets the data of its job, checked', async () => {
  const seen: string[] = [];
  rig.work({ 'sync-object': async ({ mo }) => ({ sent: seen.push(mo) }) });
  await rig.queues.addMany('sync-object', [job(1), job(2)]);
  await eventually(() => expect(seen.toSorted()).toEqual([uuid(1), uuid(2)]));
});

test('a job whose data are of an unknown shape fails at once and says so', async () => {
  rig.work({});
  await rig.queues.objects.add('sync-object', { kind: 'user', name: 'never in a job' });
  const [failed] = await eventually(async () => {
    const jobs = await rig.queues.objects.getFailed();
    expect(jobs).toHaveLength(1);
    return jobs;
  });
  expect(failed?.failedReason).toContain('unknown shape');
  expect(failed?.attemptsMade).toBe(1);
});

test('data beyond the catalogue never reach Redis', async () => {
  await rig.queues.add('sync-object', { ...job(1), name: 'Åse' } as ReturnType<typeof job>);
  const [waiting] = await rig.queues.objects.getWaiting();
  expect(waiting?.data).toEqual(job(1));
});

test('an outage is tried again with growing pauses until it is over', async () => {
  let calls = 0;
  rig.work({
    'sync-object': async () => {
      if ((calls += 1) < 3) throw new BridgeError('os2sync-down', 'OS2sync is down', { fate: 'later' });
      return { sent: 1 };
    },
  });
  await rig.queues.add('sync-object', job(1));
  await eventually(async () => expect(await rig.queues.objects.getCompletedCount()).toBe(1));
  expect(calls).toBe(3);
  expect(rig.givenUp).toEqual([]);
});

test('an outage that lasts fails the job after its attempts, and the job stays for a retry', async () => {
  rig.work({ 'sync-object': () => Promise.reject(new BridgeError('os2sync-down', 'OS2sync is down', { fate: 'later' })) });
  await rig.queues.add('sync-object', job(1));
  await eventually(async () => expect(await rig.queues.objects.getFailedCount()).toBe(1));
  expect(rig.givenUp).toEqual([['sync-object', job(1)]]);
});

test('bad data fail at once, without a retry', async () => {
  let calls = 0;
  rig.work({
    'sync-object': () => {
      calls += 1;
      return Promise.reject(new BridgeError('invalid-fk-uuid', `account of ${uuid(1)} is no uuid`, { fate: 'never' }));
    },
  });
  await rig.queues.add('sync-object', job(1));
  await eventually(async () => expect((await rig.queues.objects.getFailed())[0]?.failedReason).toContain('is no uuid'));
  expect(calls).toBe(1);
});

test('when the target says wait the whole queue rests, no attempt is used, and it goes on by itself', async () => {
  let calls = 0;
  rig.work({
    'sync-object': async () => {
      if ((calls += 1) === 1) throw new BridgeError('os2sync-busy', 'OS2sync says wait', { fate: 'after', retryAfterMs: 1000 });
      return { sent: 1 };
    },
  });
  await rig.queues.add('sync-object', job(1));
  await eventually(async () => expect(await rig.trouble.read(rig.queues.objects.name)).toMatchObject({ code: 'os2sync-busy' }));
  const [done] = await eventually(async () => {
    const jobs = await rig.queues.objects.getCompleted();
    expect(jobs).toHaveLength(1);
    return jobs;
  });
  expect(done?.attemptsMade).toBe(1);
  expect(await rig.trouble.read(rig.queues.objects.name)).toBeNull();
});

test('the text of a foreign error is not kept: it may hold a payload', async () => {
  rig.work({ 'sync-object': () => Promise.reject(new TypeError('cannot send Åse Bækmark 010190-0000')) });
  await rig.queues.add('sync-object', job(1));
  await eventually(async () => expect((await rig.queues.objects.getFailed())[0]?.failedReason).toBe('unexpected TypeError'));
});

test('one object is never worked on twice at once, and a change that comes meanwhile is worked off after', async () => {
  let running = 0;
  let most = 0;
  let calls = 0;
  const gate = Promise.withResolvers<void>();
  rig.work({
    'sync-object': async () => {
      most = Math.max(most, (running += 1));
      calls += 1;
      if (calls === 1) await gate.promise;
      running -= 1;
      return { sent: 1 };
    },
  });
  await rig.queues.add('sync-object', job(1));
  await eventually(() => expect(running).toBe(1));
  for (let n = 0; n < 5; n += 1) await rig.queues.add('sync-object', job(1));
  gate.resolve();
  await eventually(() => expect(calls).toBe(2));
  await eventually(async () => expect(await rig.queues.objects.getCompletedCount()).toBe(2));
  expect(most).toBe(1);
});

test('a worker can be closed while Redis is away', async () => {
  const lost = await startRedis();
  const alone = createRig(lost.url);
  const worker = alone.work({});
  await alone.queues.add('sync-object', job(1));
  await eventually(async () => expect(await alone.queues.objects.getCompletedCount()).toBe(1));
  await lost.kill();
  await worker.close();
  await lost.restart();
  await alone.close();
  await lost.stop();
});

test('a worker that stops gives an interruptible job back without using an attempt', async () => {
  const started = Promise.withResolvers<void>();
  const first = rig.work(
    {
      'sync-object': (_data, { signal }) => {
        started.resolve();
        return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
      },
    },
    { interruptible: true },
  );
  await rig.queues.add('sync-object', job(1));
  await started.promise;
  await first.close();
  rig.work({});
  const [done] = await eventually(async () => {
    const jobs = await rig.queues.objects.getCompleted();
    expect(jobs).toHaveLength(1);
    return jobs;
  });
  expect(done?.attemptsMade).toBe(1);
});
