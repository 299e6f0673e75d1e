import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startOs2syncSimulator, type Os2syncSimulator } from '../../src/index.ts';
import { ask, CVR, KEY, unit, user, uuid } from './helpers.ts';

let simulator: Os2syncSimulator;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.setState({}));

const post = (kind: 'orgUnit' | 'user', body: unknown, query = '') => ask(simulator, 'POST', `/api/${kind}${query}`, body);
/** What GET gives, or the status when that is not 200. */
const get = async (kind: 'orgUnit' | 'user', number: number): Promise<unknown> => {
  const reply = await ask(simulator, 'GET', `/api/${kind}/${uuid(number)}`);
  return reply.status === 200 ? JSON.parse(reply.text) : reply.status;
};

describe('a unit', () => {
  test('is replaced as a whole: what is left out is cleared, but not the short key', async () => {
    await post('orgUnit', unit(1, { Email: 'a@example.dk', ShortKey: 'havn', Tasks: [uuid(7), uuid(7)], SOR: '1' }));
    expect(await get('orgUnit', 1)).toMatchObject({ Email: 'a@example.dk', Tasks: [uuid(7)], SOR: '1' });
    await post('orgUnit', unit(1));
    expect(await get('orgUnit', 1)).toMatchObject({ Email: null, ShortKey: 'havn', Tasks: [], SOR: null });
  });

  test('gets a short key of eight hex digits', async () => {
    await post('orgUnit', unit(1));
    expect(await get('orgUnit', 1)).toMatchObject({ ShortKey: expect.stringMatching(/^[0-9a-f]{8}$/) as string });
  });

  test("has its own and its parent's uuid lower-cased, no other", async () => {
    const upper = 'ABCDEF00-0000-4000-8000-000000000001';
    await post('orgUnit', { Uuid: upper, Name: 'x', ParentOrgUnitUuid: upper, ManagerUuid: upper });
    expect(simulator.state().orgunits).toMatchObject([
      { Uuid: upper.toLowerCase(), ParentOrgUnitUuid: upper.toLowerCase(), ManagerUuid: upper },
    ]);
  });

  test('that is deleted loses its relations and stays readable', async () => {
    await post('orgUnit', unit(1, { ParentOrgUnitUuid: uuid(2), Email: 'a@example.dk', ItSystems: [uuid(7)] }));
    await ask(simulator, 'DELETE', `/api/orgUnit/${uuid(1)}`);
    expect(await get('orgUnit', 1)).toMatchObject({ Name: 'Enhed 1', ParentOrgUnitUuid: null, ItSystems: [], Email: 'a@example.dk' });
    expect(simulator.state().orgunits).toEqual([]);
    await post('orgUnit', unit(1));
    expect(simulator.state().orgunits).toHaveLength(1);
  });

  test('that is passivated cannot be read until it is posted again', async () => {
    await post('orgUnit', unit(1));
    await ask(simulator, 'POST', `/api/orgUnit/passiver/${uuid(1)}`);
    expect(await get('orgUnit', 1)).toBe(404);
    await post('orgUnit', unit(1));
    expect(await get('orgUnit', 1)).toMatchObject({ Name: 'Enhed 1' });
  });
});

describe('a user', () => {
  test('is active when read, and never a robot', async () => {
    await post('user', user(2, { IsRobot: true }));
    expect(await get('user', 2)).toMatchObject({ Status: 1, IsRobot: false });
    expect(simulator.state().users).toMatchObject([{ IsRobot: true }]);
  });

  test('that is deleted reads as status 2 with nothing in it', async () => {
    await post('user', user(2));
    await ask(simulator, 'DELETE', `/api/user/${uuid(2)}`);
    expect(await get('user', 2)).toMatchObject({ Status: 2, Positions: [], Person: { Name: null, Cpr: null, Uuid: null } });
  });

  test("keeps a dated position when the date is left out, and gets today's date on a new one", async () => {
    await post('user', user(2));
    const Positions = [
      { Name: 'Pædagog', OrgUnitUuid: uuid(1) },
      { Name: 'Leder', OrgUnitUuid: uuid(1), StopDate: '2020-01-01' },
    ];
    await post('user', user(2, { Positions }));
    expect(await get('user', 2)).toMatchObject({
      Positions: [{ StartDate: '2025-01-01' }, { StartDate: expect.stringMatching(/^20/) as string, StopDate: null }],
    });
  });

  test('gets twins of twin positions, and never loses them', async () => {
    const [position] = user(2).Positions;
    await post('user', user(2, { Positions: [position, position] }));
    await post('user', user(2, { Positions: [position] }));
    expect(simulator.state().users[0]?.Positions).toHaveLength(2);
  });
});

describe('what FK refuses fails behind the 200', () => {
  test.each<[string, 'orgUnit' | 'user', object]>([
    ['a uuid that is none', 'orgUnit', unit(1, { Uuid: 'nonsense' })],
    ['a name of 201 letters', 'orgUnit', unit(1, { Name: 'x'.repeat(201) })],
    ['an empty address', 'orgUnit', unit(1, { Email: '' })],
    ['a type out of range', 'orgUnit', unit(1, { Type: 9 })],
    ['a person name of 101 letters', 'user', user(1, { Person: { Name: 'x'.repeat(101) } })],
    ['a CPR of nine digits', 'user', user(1, { Person: { Name: 'x', Cpr: '123456789' } })],
    ['a control character', 'user', user(1, { UserId: 'a\u0001' })],
  ])('%s', async (_, kind, body) => {
    expect((await post(kind, body)).status).toBe(200);
    expect(simulator.failures()).toMatchObject([{ operation: 'UPDATE', error: expect.stringContaining('(40)') as string }]);
    expect(simulator.state()).toEqual({ orgunits: [], users: [] });
  });

  test('an unknown municipality', async () => {
    expect((await ask(simulator, 'POST', '/api/orgUnit', unit(1), { cvr: '87654321' })).status).toBe(200);
    expect(simulator.failures()).toHaveLength(1);
  });
});

describe('cleanup', () => {
  beforeEach(() => simulator.setState({ orgunits: [unit(1), unit(2)], users: [user(3), user(4)] }));

  test('deletes what is not listed and tells what FK does not have', async () => {
    expect(JSON.parse((await ask(simulator, 'POST', '/api/user/cleanup', [uuid(3), uuid(9)])).text)).toEqual([uuid(9)]);
    expect(simulator.state().users.map((one) => one.Uuid)).toEqual([uuid(3)]);
  });

  test('deletes nothing when it is dry', async () => {
    expect((await ask(simulator, 'POST', '/api/user/cleanup?dryrun=true', [])).text).toBe('[]');
    expect(simulator.state().users).toHaveLength(2);
  });

  test('with an empty list deletes everything', async () => {
    await ask(simulator, 'POST', '/api/orgUnit/cleanup', []);
    expect(simulator.state().orgunits).toEqual([]);
  });

  test.each(['{}', '{', 'null'])('with %s is a null reference', async (body) => {
    expect(await ask(simulator, 'POST', '/api/user/cleanup', body)).toMatchObject({
      status: 400,
      text: 'Object reference not set to an instance of an object.',
    });
  });

  test('all lists what is active', async () => {
    expect(JSON.parse((await ask(simulator, 'GET', '/api/user/all')).text)).toEqual([uuid(3), uuid(4)]);
  });
});
