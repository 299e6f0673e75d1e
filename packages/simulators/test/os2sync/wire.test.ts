import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startOs2syncSimulator, type Os2syncSimulator } from '../../src/index.ts';
import { ask, CVR, KEY, parse, unit, user, uuid } from './helpers.ts';

let simulator: Os2syncSimulator;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY, charset: 'latin1' });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.setState({}));

describe('routes', () => {
  test.each([
    ['POST', '/api/orgUnit', 200],
    ['POST', '/api/orgUnit/', 200],
    ['POST', '/API/ORGUNIT', 200],
    ['GET', `/api/orgunit/${uuid(9)}`, 404],
    ['DELETE', '/api/orgUnit/', 405],
    ['GET', '/api/user', 405],
    ['PUT', '/api/user/all', 405],
    ['GET', '/api/health', 404],
    ['GET', '/manage/health', 200],
    ['POST', '/manage/health', 200],
  ])('%s %s → %i', async (method, path, status) => {
    const reply = await ask(simulator, method, path, method === 'GET' || method === 'DELETE' ? undefined : unit(1));
    expect(reply.status).toBe(status);
    expect(reply.text.startsWith('{')).toBe(status === 200 && path.toLowerCase().includes('orgunit'));
  });
});

describe('what is not allowed in', () => {
  test.each([
    ['a wrong key', { apiKey: 'other' }],
    ['no key', { apiKey: null }],
    ['no cvr', { cvr: null }],
    ['an empty cvr', { cvr: '' }],
  ])('%s is 401 without a body', async (_, headers) => {
    for (const [method, path, body] of [
      ['POST', '/api/user', '{'],
      ['GET', '/api/user/all'],
      ['DELETE', '/api/user/x'],
      ['GET', '/api/hierarchy'],
    ] as const) {
      expect(await ask(simulator, method, path, body, headers)).toMatchObject({ status: 401, text: '' });
    }
  });

  test('another content type is 415, even with a wrong key', async () => {
    expect(await ask(simulator, 'POST', '/api/user', user(1), { 'content-type': 'text/plain', apiKey: 'other' })).toMatchObject({
      status: 415,
      text: '',
    });
    expect((await ask(simulator, 'POST', '/api/user', user(1), { 'content-type': 'application/vnd.x+json; charset=utf-8' })).status).toBe(
      200,
    );
  });

  test.each([
    ['half a body', '{"Uuid":'],
    ['null', 'null'],
    ['an empty body', ''],
    ['a number for an object', '7'],
    ['"Type": null', unit(1, { Type: null })],
    ['an unknown type', unit(1, { Type: 'SECTION' })],
    ['a list for a text', unit(1, { Name: ['x'] })],
    ['"Timestamp": null', unit(1, { Timestamp: null })],
  ])('%s is 400 without a body', async (_, body) => {
    expect(await ask(simulator, 'POST', '/api/orgUnit', body)).toMatchObject({ status: 400, text: '' });
  });

  test.each([
    ['"Person": null', { Person: null }],
    ['a null position', { Positions: [null] }],
    ['"IsRobot": null', { IsRobot: null }],
    ['"Status": null', { Status: null }],
  ])('%s is 400 without a body', async (_, changes) => {
    expect(await ask(simulator, 'POST', '/api/user', user(1, changes))).toMatchObject({ status: 400, text: '' });
  });
});

describe('validation texts, in their order', () => {
  test.each<[string, string, object]>([
    ['name is null', 'orgUnit', {}],
    ['name is null', 'orgUnit', { Uuid: uuid(1), Name: '' }],
    ['uuid is null', 'orgUnit', { Name: 'x' }],
    ['Person.Name is null or empty', 'user', {}],
    ['UserId is null or empty', 'user', { Person: { Name: 'x' } }],
    ['Uuid is null empty', 'user', { Person: { Name: 'x' }, UserId: 'x' }],
    ['Positions is null or empty', 'user', { Person: { Name: 'x' }, UserId: 'x', Uuid: 'x', Positions: [] }],
    ['Position Name or OrgUnitUUID is null', 'user', { Person: { Name: 'x' }, UserId: 'x', Uuid: 'x', Positions: [{ Name: 'x' }] }],
  ])('%s', async (text, kind, body) => {
    expect(await ask(simulator, 'POST', `/api/${kind}`, body)).toMatchObject({ status: 400, text, type: 'text/plain; charset=utf-8' });
    const quoted = await ask(simulator, 'POST', `/api/${kind}`, body, { accept: 'application/json' });
    expect(quoted).toMatchObject({ status: 400, text: JSON.stringify(text), type: 'application/json; charset=utf-8' });
  });
});

describe('what the database refuses', () => {
  test.each<[string, string, object]>([
    ["Data too long for column 'name' at row 1", 'orgUnit', unit(1, { Name: 'x'.repeat(256) })],
    ["Data too long for column 'uuid' at row 1", 'orgUnit', unit(1, { Uuid: 'x'.repeat(37) })],
    ["Data too long for column 'task' at row 1", 'orgUnit', unit(1, { Tasks: ['x'.repeat(37)] })],
    ["Data too long for column 'cpr' at row 1", 'user', user(1, { Person: { Name: 'x', Cpr: '010190-0000' } })],
    [
      "Data too long for column 'start_date' at row 1",
      'user',
      user(1, { Positions: [{ Name: 'x', OrgUnitUuid: uuid(1), StartDate: '2025-01-01T00:00:00' }] }),
    ],
    ["Incorrect string value: '\\xF0\\x9F\\x98\\x80' for column 'name' at row 1", 'orgUnit', unit(1, { Name: 'a😀' })],
  ])('%s', async (text, kind, body) => {
    expect(await ask(simulator, 'POST', `/api/${kind}`, body)).toMatchObject({ status: 400, text });
  });

  test('255 letters fit, Danish ones too', async () => {
    expect((await ask(simulator, 'POST', '/api/orgUnit', unit(1, { Name: 'Å'.repeat(255) }))).status).toBe(200);
  });
});

const echoOf = (text: string) => parse(text) as Record<string, unknown> & { readonly Timestamp: string };

describe('the echo', () => {
  test('has every property in Pascal case, unset ones null', async () => {
    const echo = echoOf((await ask(simulator, 'POST', '/api/orgUnit', { uuid: uuid(1), NAME: 'Havn', unheard: 1, ean: 579 })).text);
    expect(echo).toMatchObject({ Uuid: uuid(1), Name: 'Havn', Ean: '579', Type: 'DEPARTMENT', Tasks: null, LOSShortName: null, FOA: null });
    expect(Object.keys(echo)).toHaveLength(31);
    expect(Date.now() - Date.parse(echo.Timestamp)).toBeGreaterThanOrEqual(299_000);
  });

  test('of a user has status 0 and the positions as sent', async () => {
    const echo = echoOf((await ask(simulator, 'POST', '/api/user', user(2, { Positions: [{ name: 'x', orgUnitUuid: uuid(1) }] }))).text);
    expect(echo).toMatchObject({ Status: 0, IsRobot: false, RacfID: null, FMKID: null, Person: { Uuid: null } });
    expect(echo['Positions']).toEqual([{ Name: 'x', OrgUnitUuid: uuid(1), StartDate: null, StopDate: null }]);
  });
});

test('DELETE and passiver are 200 without a body for any uuid', async () => {
  for (const kind of ['orgUnit', 'user']) {
    expect(await ask(simulator, 'DELETE', `/api/${kind}/never-heard-of`)).toMatchObject({ status: 200, text: '' });
    expect(await ask(simulator, 'POST', `/api/${kind}/passiver/never-heard-of`)).toMatchObject({ status: 200, text: '' });
  }
});

test('users in day-care units are told in camel case', async () => {
  simulator.setState({ orgunits: [unit(1, { DtrId: '77', ManagerUuid: uuid(2) })], users: [user(2)] });
  expect(JSON.parse((await ask(simulator, 'GET', '/api/DtrId')).text)).toEqual([
    { uuid: uuid(2), ssn: '0101900000', userId: 'bruger2', phone: null, email: null, dtrId: '77', manager: true },
  ]);
});
