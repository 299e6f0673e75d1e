import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startOs2syncSimulator, type Os2syncSimulator, type Os2syncSimulatorOptions } from '../../src/index.ts';
import { ask, CVR, KEY, parse, unit, user, uuid } from './helpers.ts';

let simulator: Os2syncSimulator;
const content = {
  orgunits: [unit(1), unit(2, { ParentOrgUnitUuid: uuid(1) })],
  users: [user(3, { PhoneNumber: '11', Landline: '22' }), user(4)],
};

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.clearFaults();
  simulator.setState(content);
});

const start = async (headers = {}, at = simulator) => (await ask(at, 'GET', '/api/hierarchy', undefined, headers)).text;
const poll = (job: string, at = simulator) => ask(at, 'GET', `/api/hierarchy/${job}`, undefined, { apiKey: null, cvr: null });
interface Wrapper {
  readonly Created: string;
  readonly Result: { readonly OUs: readonly object[]; readonly Users: readonly object[] };
  readonly Status: number;
}
const read = async (headers = {}) => parse((await poll(await start(headers))).text) as Wrapper;

test('it starts with a bare or a quoted job uuid and is read without a key', async () => {
  expect(await start()).toMatch(/^[0-9a-f-]{36}$/);
  const quoted = await start({ accept: 'application/json' });
  expect(quoted).toMatch(/^"[0-9a-f-]{36}"$/);
  const { Created, Result, Status } = parse((await poll(parse(quoted) as string)).text) as Wrapper;
  expect(Status).toBe(0);
  expect(Date.parse(Created)).not.toBeNaN();
  expect(Result.OUs).toEqual([
    { Uuid: uuid(1), Name: 'Enhed 1', ParentOU: null },
    { Uuid: uuid(2), Name: 'Enhed 2', ParentOU: uuid(1) },
  ]);
  expect(Result.Users[0]).toEqual({
    Uuid: uuid(3),
    UserId: 'bruger3',
    Name: 'Børge 3',
    Positions: [{ Uuid: uuid(1), Name: 'Pædagog' }],
    Email: null,
    Telephone: '11',
    Status: 1,
  });
});

test('it can be read once', async () => {
  const job = await start();
  expect((await poll(job)).status).toBe(200);
  expect(await poll(job)).toMatchObject({ status: 404, text: '' });
});

test('only users in a listed unit are there, and none when only units are asked for', async () => {
  simulator.setState({ ...content, orgunits: [unit(2)] });
  expect((await read()).Result.Users).toEqual([]);
  simulator.setState(content);
  expect((await read({ onlyOUs: 'true' })).Result).toMatchObject({ OUs: [{}, {}], Users: [] });
  expect((await read({ onlyOUs: 'True' })).Result.Users).toHaveLength(2);
});

const own = async (options: Os2syncSimulatorOptions, run: (at: Os2syncSimulator) => Promise<void>) => {
  const at = await startOs2syncSimulator({ ...options, fk: content });
  try {
    await run(at);
  } finally {
    await at.close();
  }
};

test('while it runs it is 404', async () => {
  await own({ hierarchyMs: 60_000 }, async (at) => {
    expect(await poll(await start({}, at), at)).toMatchObject({ status: 404, text: '' });
  });
});

test('it expires', async () => {
  await own({ hierarchyLifetimeMs: 0 }, async (at) => {
    expect((await poll(await start({}, at), at)).status).toBe(404);
  });
});

describe('faults', () => {
  test.each(['failed-hierarchy', 'fk-outage', 'sts-outage'] as const)('%s: status 1 and no result', async (kind) => {
    simulator.addFaults({ kind });
    expect(await read()).toMatchObject({ Status: 1, Result: null });
  });

  test('lost: 404 for ever', async () => {
    simulator.addFaults({ kind: 'lost-hierarchy' });
    expect((await poll(await start())).status).toBe(404);
  });

  test.each([
    ['truncated-hierarchy', 10_000, 2],
    ['empty-hierarchy', 0, 0],
    ['duplicate-hierarchy', 4, 2],
    ['partial-hierarchy', 2, 1],
  ] as const)('%s: %i units and %i users with status 0', async (kind, units, users) => {
    simulator.addFaults({ kind });
    const { Status, Result } = await read();
    expect([Status, Result.OUs.length, Result.Users.length]).toEqual([0, units, users]);
  });
});
