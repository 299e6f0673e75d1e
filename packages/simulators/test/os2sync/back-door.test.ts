import { leakGuard } from '@os2bridge/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startOs2syncSimulator, type Fault, type Os2syncSimulator } from '../../src/index.ts';
import { ask, CVR, KEY, parse, unit, user, uuid } from './helpers.ts';

const guard = leakGuard();
let simulator: Os2syncSimulator;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY });
});
afterAll(async () => {
  await simulator.close();
  await guard.check();
});
beforeEach(async () => {
  await ask(simulator, 'DELETE', '/_sim/faults');
  await ask(simulator, 'PUT', '/_sim/state', { orgunits: [unit(1)], users: [user(2)] });
  await ask(simulator, 'DELETE', '/_sim/log');
  await ask(simulator, 'POST', '/_sim/reset-stats');
});

const see = async (path: string): Promise<unknown> => parse((await ask(simulator, 'GET', `/_sim/${path}`)).text);

test('the state is what is active, in full', async () => {
  await ask(simulator, 'DELETE', `/api/user/${uuid(2)}`);
  expect(await see('state')).toMatchObject({ users: [], orgunits: [{ Uuid: uuid(1), Name: 'Enhed 1', Tasks: [] }] });
});

test('the log has every operation in order, refused ones too', async () => {
  await ask(simulator, 'POST', '/api/orgUnit', unit(1));
  await ask(simulator, 'POST', '/api/user', { Uuid: uuid(5) });
  await ask(simulator, 'DELETE', `/api/user/${uuid(2)}`);
  await ask(simulator, 'GET', `/api/user/${uuid(2)}`);
  expect(await see('log')).toMatchObject([
    { verb: 'POST', kind: 'orgunit', uuid: uuid(1), body: unit(1), status: 200 },
    { verb: 'POST', kind: 'user', uuid: uuid(5), status: 400 },
    { verb: 'DELETE', kind: 'user', uuid: uuid(2), body: null, status: 200 },
  ]);
});

test('the statistics count what was asked, not the back door', async () => {
  await Promise.all([1, 2, 3].map(() => ask(simulator, 'POST', '/api/user', user(2, { Email: 'a@example.dk' }))));
  await ask(simulator, 'GET', `/api/orgUnit/${uuid(1)}`);
  await ask(simulator, 'DELETE', `/api/orgUnit/${uuid(1)}`);
  await ask(simulator, 'GET', '/api/hierarchy');
  expect(await see('stats')).toMatchObject({ requests: 6, posts: 3, gets: 1, deletes: 1, hierarchies: 1, skipped: 2 });
});

test('requests for one uuid that overlap are seen', async () => {
  const own = await startOs2syncSimulator();
  own.addFaults({ kind: 'hang' });
  const hanging = Promise.allSettled([
    ask(own, 'GET', `/api/user/${uuid(2)}`),
    ask(own, 'POST', '/api/user', user(2)),
    ask(own, 'GET', `/api/user/${uuid(3)}`),
  ]);
  await expect.poll(() => own.stats()).toMatchObject({ maxInFlightPerUuid: 2, maxInFlight: 3 });
  await own.close();
  await hanging;
});

test('queue, failures and tick have addresses', async () => {
  await ask(simulator, 'POST', '/api/orgUnit', unit(1, { Uuid: 'nonsense' }));
  expect(await see('failures')).toHaveLength(1);
  expect(await see('queue')).toEqual([]);
  expect(JSON.parse((await ask(simulator, 'POST', '/_sim/tick')).text)).toEqual({ orgunits: 0, users: 0, aborted: false });
});

describe('faults', () => {
  const inject = (...faults: Fault[]) => ask(simulator, 'POST', '/_sim/faults', faults);
  const getUser = () => ask(simulator, 'GET', `/api/user/${uuid(2)}`);

  test('last as often as ordered', async () => {
    await inject({ kind: 'http-500', times: 2 });
    expect([(await getUser()).status, (await getUser()).status, (await getUser()).status]).toEqual([500, 500, 200]);
    expect(await see('faults')).toMatchObject([{ used: 2 }]);
  });

  test('hit only what they match', async () => {
    await inject({ kind: 'http-500', match: { kind: 'user', method: 'get', uuid: uuid(2).toUpperCase() } });
    expect((await getUser()).status).toBe(500);
    expect((await ask(simulator, 'GET', `/api/user/${uuid(3)}`)).status).toBe(404);
    expect((await ask(simulator, 'POST', '/api/user', user(2))).status).toBe(200);
    expect((await ask(simulator, 'GET', `/api/orgUnit/${uuid(2)}`)).status).toBe(404);
  });

  test('may strike by chance', async () => {
    await inject({ kind: 'http-500', probability: 0.5 });
    const replies = await Promise.all(Array.from({ length: 40 }, getUser));
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200, 500]));
  });

  test('end when they are cleared', async () => {
    await inject({ kind: '401' });
    await ask(simulator, 'DELETE', '/_sim/faults');
    expect((await getUser()).status).toBe(200);
  });

  test('drop the connection before or after the operation is queued', async () => {
    await inject({ kind: 'drop-connection', times: 1 }, { kind: 'drop-answer', times: 1 });
    await expect(ask(simulator, 'DELETE', `/api/user/${uuid(2)}`)).rejects.toThrow('fetch failed');
    expect(simulator.state().users).toHaveLength(1);
    await expect(ask(simulator, 'DELETE', `/api/user/${uuid(2)}`)).rejects.toThrow('fetch failed');
    expect(simulator.state().users).toEqual([]);
    expect(await see('log')).toMatchObject([{ status: null }, { status: null }]);
  });

  test('that nobody knows are refused', async () => {
    const reply = await ask(simulator, 'POST', '/_sim/faults', { kind: 'earthquake' });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('kind');
  });

  test('a hanging request does not keep the simulator from closing', async () => {
    const own = await startOs2syncSimulator();
    own.addFaults({ kind: 'hang' });
    const hanging = ask(own, 'GET', `/api/user/${uuid(2)}`).catch(() => 'cut');
    await expect.poll(() => own.stats().requests).toBe(1);
    await own.close();
    expect(await hanging).toBe('cut');
  });
});
