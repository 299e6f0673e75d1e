import { silentLogger } from '@os2bridge/logging';
import { startOs2syncSimulator, type Os2syncSimulator } from '@os2bridge/simulators';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOs2syncClient } from '../src/index.ts';
import { clientFor, CVR, errorOf, KEY, settingsFor, unit, user, uuid } from './helpers.ts';

let simulator: Os2syncSimulator;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY, hierarchyMs: 30 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.clearFaults();
  simulator.setState({ orgunits: [unit(1), unit(3, { ParentOrgUnitUuid: uuid(1), Name: 'Kaj 3' })], users: [user(2)] });
  simulator.resetStats();
});

test('it is waited for and read', async () => {
  const hierarchy = await clientFor(simulator.url).hierarchy();
  expect(hierarchy.units).toEqual([
    { uuid: uuid(1), name: unit(1).Name, parent: null },
    { uuid: uuid(3), name: 'Kaj 3', parent: uuid(1) },
  ]);
  const { UserId, Email, PhoneNumber, Person } = user(2);
  expect(hierarchy.users).toEqual([
    {
      uuid: uuid(2),
      userId: UserId,
      name: Person.Name,
      email: Email,
      phoneNumber: PhoneNumber,
      positions: [{ name: 'Havnefoged', unit: uuid(1) }],
    },
  ]);
});

test('a 404 means that it is not ready yet', async () => {
  simulator.addFaults({ kind: 'slow-ms', ms: 0, times: 1 }, { kind: 'http-status', status: 404, text: '', times: 3 });
  const client = clientFor(simulator.url);
  expect((await client.hierarchy()).units).toHaveLength(2);
  expect(client.requests).toBeGreaterThanOrEqual(5);
});

test('units alone can be asked for', async () => {
  const { units, users } = await clientFor(simulator.url).hierarchy({ onlyUnits: true });
  expect(units).toHaveLength(2);
  expect(users).toEqual([]);
});

test('the job uuid is understood with and without quotes', async () => {
  const { default: got } = await import('got');
  for (const accept of ['*/*', 'application/json']) {
    const http = got.extend({ hooks: { beforeRequest: [(options) => void (options.headers['accept'] = accept)] } });
    const client = createOs2syncClient({ settings: settingsFor(simulator.url), logger: silentLogger, http });
    expect((await client.hierarchy()).units).toHaveLength(2);
  }
});

test('a unit that FK lists twice is there once', async () => {
  simulator.addFaults({ kind: 'duplicate-hierarchy' });
  expect((await clientFor(simulator.url).hierarchy()).units.map((one) => one.uuid)).toEqual([uuid(1), uuid(3)]);
});

describe('nothing is concluded from a hierarchy that', () => {
  test.each(['failed-hierarchy', 'fk-outage', 'empty-hierarchy', 'truncated-hierarchy'] as const)('is a %s', async (kind) => {
    simulator.addFaults({ kind });
    expect(await errorOf(clientFor(simulator.url).hierarchy())).toMatchObject({ code: 'os2sync-hierarchy', fate: 'later' });
  });

  test('is lost', async () => {
    simulator.addFaults({ kind: 'lost-hierarchy' });
    expect(await errorOf(clientFor(simulator.url, { hierarchyTimeoutMs: 100 }).hierarchy())).toMatchObject({
      code: 'os2sync-hierarchy',
      fate: 'later',
    });
  });

  test('takes longer than we wait', async () => {
    simulator.addFaults({ kind: 'slow-hierarchy', ms: 60_000 });
    expect((await errorOf(clientFor(simulator.url, { hierarchyTimeoutMs: 100 }).hierarchy())).message).toContain('was not there after');
  });

  test.each([
    ['is a web page', '<html></html>'],
    ['lacks its status', '{"Result":{"OUs":[],"Users":[]}}'],
    ['holds a unit without a uuid', '{"Status":0,"Result":{"OUs":[{"Uuid":null,"Name":"x"}],"Users":[]}}'],
  ])('%s', async (_, text) => {
    const client = clientFor(simulator.url, { hierarchyPollMs: 60_000, hierarchyTimeoutMs: 120_000 });
    simulator.addFaults({ kind: 'slow-ms', ms: 0, times: 1 }, { kind: 'http-status', status: 200, text });
    expect(await errorOf(client.hierarchy())).toMatchObject({ code: 'os2sync-answer', fate: 'later' });
  });

  test('cannot be started', async () => {
    simulator.addFaults({ kind: 'http-400-text' });
    expect(await errorOf(clientFor(simulator.url).hierarchy())).toMatchObject({ code: 'os2sync-unclear-400', fate: 'later' });
  });

  test('starts with something else than a uuid', async () => {
    simulator.addFaults({ kind: 'bad-json' });
    expect(await errorOf(clientFor(simulator.url).hierarchy())).toMatchObject({ code: 'os2sync-answer', fate: 'later' });
  });
});

test('a poll whose answer was lost is not sent again', async () => {
  simulator.addFaults({ kind: 'slow-ms', ms: 0, times: 1 }, { kind: 'drop-answer', times: 1 });
  expect(await errorOf(clientFor(simulator.url).hierarchy())).toMatchObject({ code: 'os2sync-down' });
  expect(simulator.stats().requests).toBe(2);
});

test('waiting can be called off', async () => {
  const stop = new AbortController();
  const running = errorOf(
    clientFor(simulator.url, { hierarchyPollMs: 60_000, hierarchyTimeoutMs: 120_000 }).hierarchy({ signal: stop.signal }),
  );
  setTimeout(() => stop.abort(), 30);
  expect(await running).toMatchObject({ code: 'os2sync-aborted', fate: 'later' });
});

test('a request in the air can be called off', async () => {
  simulator.addFaults({ kind: 'hang' });
  expect(await errorOf(clientFor(simulator.url).hierarchy({ signal: AbortSignal.timeout(30) }))).toMatchObject({ code: 'os2sync-aborted' });
});
