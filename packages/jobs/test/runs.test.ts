import { eventually, startRedis, type RedisServer } from '@os2bridge/testing';
import { createRuns, type Runs, type RunScope } from '@os2bridge/jobs';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuid } from './fixtures.ts';

let server: RedisServer;
let redis: Redis;
let municipalities = 0;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
});
afterAll(async () => {
  await redis.quit();
  await server.stop();
});

const scope: RunScope = { kind: 'full', orgunits: [], users: [], force: false };
const fresh = (): Runs => createRuns(redis, { prefix: '{test}', cvr: String((municipalities += 1)) });
const start = (runs: Runs) => runs.create({ scope, trigger: 'operator', requestedBy: 'tester' });

test('a run is a durable record that waits, plans, applies and ends', async () => {
  const runs = fresh();
  const { id } = await start(runs);
  expect(await runs.get(id)).toMatchObject({ state: 'waiting', requestedBy: 'tester', startedAt: null, counters: { sent: 0 } });
  await runs.setState(id, 'planning');
  await runs.setState(id, 'failed', 'OS2MO is down', 'mo-down');
  const record = await runs.get(id);
  expect(record).toMatchObject({ state: 'failed', message: 'OS2MO is down', code: 'mo-down' });
  expect(record?.startedAt).not.toBeNull();
  expect(record?.finishedAt).not.toBeNull();
});

test('lists the newest run first', async () => {
  const runs = fresh();
  const first = await start(runs);
  await eventually(() => expect(Date.now()).toBeGreaterThan(Date.parse(first.createdAt)));
  const second = await start(runs);
  expect((await runs.list(10)).map((run) => run.id)).toEqual([second.id, first.id]);
});

test('an object counts once for a run, also when its job ran twice', async () => {
  const runs = fresh();
  const { id } = await start(runs);
  await runs.expect(id, [`user:${uuid(1)}`, `user:${uuid(2)}`]);
  const waiting = await runs.waitersOf(`user:${uuid(1)}`);
  await runs.settle(`user:${uuid(1)}`, waiting, { sent: 1 });
  await runs.settle(`user:${uuid(1)}`, waiting, { sent: 1 });
  expect(await runs.get(id)).toMatchObject({ pending: 1, counters: { sent: 1 } });
});

test('a job that was asked for by two runs ends for both', async () => {
  const runs = fresh();
  const [one, two] = [await start(runs), await start(runs)];
  await runs.expect(one.id, [`user:${uuid(1)}`]);
  await runs.expect(two.id, [`user:${uuid(1)}`]);
  await runs.settle(`user:${uuid(1)}`, await runs.waitersOf(`user:${uuid(1)}`), { skipped: 1 });
  expect([await runs.pending(one.id), await runs.pending(two.id)]).toEqual([0, 0]);
});

test('a run that asks while the object is being worked on is not settled by that older reading', async () => {
  const runs = fresh();
  const { id } = await start(runs);
  const before = await runs.waitersOf(`user:${uuid(1)}`);
  await runs.expect(id, [`user:${uuid(1)}`]);
  await runs.settle(`user:${uuid(1)}`, before, { sent: 1 });
  expect(await runs.pending(id)).toBe(1);
});

test('planning that starts again overwrites its counters and forgets what it listed and what failed', async () => {
  const runs = fresh();
  const { id } = await start(runs);
  await runs.expect(id, [`user:${uuid(3)}`]);
  await runs.settle(`user:${uuid(3)}`, [id], { failed: 1 });
  await runs.setCounters(id, { users: 10, create: 10 });
  await runs.addDeletions(id, [{ kind: 'user', fk: uuid(1), mo: null, reasons: ['autowash'] }]);
  await runs.clearPlan(id);
  await runs.setCounters(id, { users: 12, create: 2 });
  expect((await runs.get(id))?.counters).toMatchObject({ users: 12, create: 2, failed: 0 });
  expect(await runs.deletions(id)).toEqual([]);
});

test('only what a run lists may be deleted in its name', async () => {
  const runs = fresh();
  const { id } = await start(runs);
  await runs.addDeletions(id, [{ kind: 'user', fk: uuid(1), mo: uuid(2), reasons: ['terminated'] }]);
  expect([
    await runs.mayDelete(id, 'user', uuid(1)),
    await runs.mayDelete(id, 'orgunit', uuid(1)),
    await runs.mayDelete(id, 'user', uuid(2)),
  ]).toEqual([true, false, false]);
});

test('keeps what changed, by uuid and reason, and shows first what failed', async () => {
  const runs = fresh();
  const { id } = await start(runs);
  const change = { kind: 'user', mo: uuid(1), fk: uuid(1), verdict: 'create', reasons: [] } as const;
  await runs.addChanges(id, [change, { ...change, verdict: 'failed', reasons: ['os2sync-down'], message: 'OS2sync is down' }]);
  expect(await runs.changes(id)).toEqual([{ ...change, verdict: 'failed', reasons: ['os2sync-down'], message: 'OS2sync is down' }, change]);
  expect(await runs.failedObjects(id)).toEqual(new Set([`user:${uuid(1)}`]));
});
