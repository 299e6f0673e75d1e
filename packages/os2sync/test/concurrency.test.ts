import { text } from 'node:stream/consumers';
import { startOs2syncSimulator, type Os2syncSimulator } from '@os2bridge/simulators';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createKeyedQueue } from '../src/keyed-queue.ts';
import { clientFor, CVR, errorOf, KEY, unit, user, uuid } from './helpers.ts';
import { httpServer } from './http-server.ts';

let simulator: Os2syncSimulator;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY, latency: { perRequestMs: 5 } });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.setState({});
  simulator.clearFaults();
  simulator.clearLog();
  simulator.resetStats();
});

test('operations on one uuid go one after the other, in the order they were asked for', async () => {
  const client = clientFor(simulator.url, { concurrency: 8 });
  const names = Array.from({ length: 20 }, (_, number) => `Navn ${number}`);
  await Promise.all([
    ...names.map((Name) => client.postOrgUnit(unit(1, { Name }))),
    client.getOrgUnit(uuid(1)),
    client.deleteOrgUnit(uuid(1)),
  ]);
  expect(simulator.stats().maxInFlightPerUuid).toBe(1);
  expect(simulator.log().map(({ body }) => (body as { Name?: string } | null)?.Name)).toEqual([...names, undefined]);
  expect(simulator.state().orgunits).toEqual([]);
});

test('operations on different uuids go at once, up to the limit', async () => {
  const client = clientFor(simulator.url, { concurrency: 3 });
  await Promise.all(Array.from({ length: 30 }, (_, number) => client.postUser(user(number))));
  expect(simulator.stats()).toMatchObject({ posts: 30, maxInFlight: 3 });
});

test('many waiting for one uuid do not keep others from their turn', async () => {
  const released = Promise.withResolvers<void>();
  const server = await httpServer((request, response) => {
    const answer = async () => {
      const body = await text(request);
      if (body.includes(uuid(1))) await released.promise;
      response.end(body);
    };
    void answer();
  });
  try {
    const client = clientFor(server.url, { concurrency: 2 });
    const waiting = Promise.all(Array.from({ length: 10 }, () => client.postOrgUnit(unit(1))));
    await client.postOrgUnit(unit(2));
    expect(client.requests).toBe(2);
    released.resolve();
    await waiting;
  } finally {
    server.close();
  }
});

test('a failed operation frees its uuid and its slot', async () => {
  const client = clientFor(simulator.url, { concurrency: 1 });
  simulator.addFaults({ kind: 'http-500', times: 3 });
  const attempts = Array.from({ length: 3 }, () => errorOf(client.postUser(user(2))));
  expect((await Promise.all(attempts)).map((error) => error.code)).toEqual(['os2sync-down', 'os2sync-down', 'os2sync-down']);
  await client.postUser(user(2));
  expect(simulator.state().users).toHaveLength(1);
});

test('the queue forgets a uuid when nothing waits for it', async () => {
  const queue = createKeyedQueue();
  const runs = Promise.allSettled([
    queue.run('a', async () => 1),
    queue.run('a', () => Promise.reject(new Error('no'))),
    queue.run('b', async () => 3),
  ]);
  expect(queue.size).toBe(2);
  expect((await runs).map((run) => run.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(queue.size).toBe(0);
});
