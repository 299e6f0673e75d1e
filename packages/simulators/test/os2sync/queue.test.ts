import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startOs2syncSimulator, type Os2syncSimulator } from '../../src/index.ts';
import { ask, CVR, KEY, unit, user, uuid } from './helpers.ts';

let simulator: Os2syncSimulator;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY, processing: 'ticks' });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.clearFaults();
  simulator.setState({});
  simulator.resetStats();
});

const post = (kind: 'orgUnit' | 'user', body: unknown, query = '') => ask(simulator, 'POST', `/api/${kind}${query}`, body);
const long = (length: number) => ({ Positions: [{ Name: 'x'.repeat(length), OrgUnitUuid: uuid(1), StartDate: '2025-01-01' }] });

test('200 means queued: nothing happens before the minute job runs', async () => {
  await post('orgUnit', unit(1));
  expect(simulator.state().orgunits).toEqual([]);
  expect(simulator.tick()).toEqual({ orgunits: 1, users: 0, aborted: false });
  expect(simulator.state().orgunits).toHaveLength(1);
});

test('units go first and all of them, users a hundred a tick', async () => {
  for (let number = 100; number < 205; number += 1) await post('user', user(number));
  for (let number = 1; number < 7; number += 1) await post('orgUnit', unit(number));
  expect(simulator.tick()).toMatchObject({ orgunits: 6, users: 100 });
  expect(simulator.tick()).toMatchObject({ orgunits: 0, users: 5 });
});

test('a lower priority number goes first, then the older row', async () => {
  await post('user', user(1, { Email: 'first@example.dk' }), '?priority=20');
  for (let number = 2; number < 6; number += 1) await post('user', user(number));
  await post('user', user(1, { Email: 'second@example.dk' }), '?PRIORITY=5');
  expect(simulator.queue().map((row) => row.priority)).toEqual([5, 10, 10, 10, 10, 20]);
  simulator.tick();
  // The older row came last: a stale payload wins.
  expect(simulator.state().users[0]).toMatchObject({ Email: 'first@example.dk' });
});

test('only the first batch of a run is freed of older rows of the same uuid', async () => {
  for (const Email of ['a@example.dk', 'b@example.dk']) await post('user', user(1, { Email }));
  await post('user', user(2));
  await post('user', user(3));
  for (const Email of ['c@example.dk', 'd@example.dk']) await post('user', user(4, { Email }));
  expect(simulator.tick()).toMatchObject({ users: 5 });
});

test('a passiver directly followed by a post is dropped', async () => {
  simulator.setState({ orgunits: [unit(1, { Email: 'old@example.dk' })] });
  await ask(simulator, 'POST', `/api/orgUnit/passiver/${uuid(1)}`);
  await post('orgUnit', unit(1));
  expect(simulator.tick()).toMatchObject({ orgunits: 1 });
  expect(simulator.failures()).toEqual([]);
});

test('an unchanged user is skipped, a bypass, a delete in between and a unit never', async () => {
  const tick = async (body: object, query = '') => {
    await post('user', body, query);
    simulator.tick();
    return simulator.stats().skipped;
  };
  expect(await tick(user(1))).toBe(0);
  expect(await tick(user(1, { ShortKey: 'does-not-count' }))).toBe(1);
  expect(await tick(user(1), '?bypassCache=true')).toBe(1);
  expect(await tick(user(1, { Email: '' }))).toBe(1);
  await ask(simulator, 'DELETE', `/api/user/${uuid(1)}`);
  simulator.tick();
  expect(await tick(user(1))).toBe(1);
  expect(simulator.state().users).toHaveLength(1);
  await post('orgUnit', unit(1));
  simulator.tick();
  await post('orgUnit', unit(1));
  simulator.tick();
  expect(simulator.stats().skipped).toBe(1);
});

test('while FK is away rows stay, users at priority 20, with back-off', async () => {
  await post('user', user(1));
  simulator.addFaults({ kind: 'fk-outage' });
  for (let run = 0; run < 3; run += 1) expect(simulator.tick()).toMatchObject({ users: 1, aborted: true });
  expect(simulator.tick()).toEqual({ orgunits: 0, users: 0, aborted: true });
  expect(simulator.queue()).toMatchObject([{ priority: 20 }]);
  simulator.clearFaults();
  expect(simulator.tick()).toMatchObject({ users: 1, aborted: false });
  expect(simulator.state().users).toHaveLength(1);
});

test('while the token service is away everything fails for good', async () => {
  await post('user', user(1));
  await post('orgUnit', unit(2));
  simulator.addFaults({ kind: 'sts-outage' });
  simulator.tick();
  expect(simulator.queue()).toEqual([]);
  expect(simulator.failures()).toHaveLength(2);
});

test('FK can be told to refuse one object', async () => {
  await post('user', user(1));
  await post('user', user(2));
  simulator.addFaults({ kind: 'fk-40', match: { uuid: uuid(1) } });
  simulator.tick();
  expect(simulator.failures()).toMatchObject([
    { uuid: uuid(1), error: expect.stringContaining("'bruger/6.Import' returned (40)") as string },
  ]);
  expect(simulator.state().users).toHaveLength(1);
});

test('a position name of 201 letters is poison: it stays and lets three others a minute through', async () => {
  await post('user', user(1, long(201)));
  for (let number = 2; number < 10; number += 1) await post('user', user(number));
  expect(simulator.tick()).toMatchObject({ users: 4, aborted: true });
  expect(simulator.tick()).toMatchObject({ users: 4, aborted: true });
  expect(simulator.state().users).toHaveLength(6);
  expect(simulator.queue().map((row) => row.uuid)).toContain(uuid(1));
  expect(simulator.failures()).toEqual([]);
});

test('a tick can come by itself', async () => {
  const ticking = await startOs2syncSimulator({ processing: 'ticks', tickEveryMs: 5 });
  try {
    await ask(ticking, 'POST', '/api/orgUnit', unit(1));
    await expect.poll(() => ticking.state().orgunits.length).toBe(1);
  } finally {
    await ticking.close();
  }
});

test('in immediate mode an outage holds rows back until it ends, and poison only itself', async () => {
  const immediate = await startOs2syncSimulator();
  try {
    immediate.addFaults({ kind: 'fk-outage' });
    await ask(immediate, 'POST', '/api/user', user(1, long(201)));
    await ask(immediate, 'POST', '/api/user', user(2));
    expect(immediate.state().users).toEqual([]);
    immediate.clearFaults();
    expect(immediate.state().users.map((one) => one.Uuid)).toEqual([uuid(2)]);
    expect(immediate.queue().map((row) => row.uuid)).toEqual([uuid(1)]);
  } finally {
    await immediate.close();
  }
});
