import { startOs2syncSimulator, type Fault, type Os2syncSimulator } from '@os2bridge/simulators';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clientFor, CVR, errorOf, KEY, unit, user, uuid } from './helpers.ts';

let simulator: Os2syncSimulator;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.clearFaults());

const postFails = (fault: Fault) => {
  simulator.addFaults(fault);
  return errorOf(clientFor(simulator.url).postUser(user(2)));
};

describe("a 400 with one of OS2sync's own texts is final", () => {
  test.each([
    'name is null',
    'uuid is null',
    'Person.Name is null or empty',
    'UserId is null or empty',
    'Uuid is null empty',
    'Positions is null or empty',
    'Position Name or OrgUnitUUID is null',
  ])('%s', async (text) => {
    for (const body of [text, JSON.stringify(text)]) {
      const error = await postFails({ kind: 'http-status', status: 400, text: body, times: 1 });
      expect(error).toMatchObject({ code: 'os2sync-rejected', fate: 'never', status: 400, subject: { kind: 'user', uuid: uuid(2) } });
      expect(error.message).toContain(text);
    }
  });

  test('a value too long for the database, naming the column', async () => {
    const error = await postFails({ kind: 'http-400-text', text: "Data too long for column 'cpr' at row 1" });
    expect(error).toMatchObject({ code: 'os2sync-rejected', fate: 'never' });
    expect(error.message).toContain('column cpr');
  });

  test('a character the database cannot store, without the bytes', async () => {
    const error = await postFails({
      kind: 'http-400-text',
      text: "Incorrect string value: '\\xF0\\x9F\\x98\\x80' for column 'name' at row 1",
    });
    expect(error).toMatchObject({ code: 'os2sync-rejected', fate: 'never' });
    expect(error.message).toContain('column name');
    expect(error.message).not.toContain('xF0');
  });
});

describe('any other answer has its own fate', () => {
  test.each<[string, Fault, string, string]>([
    ['400 with another text', { kind: 'http-400-text', text: 'Lost connection to MySQL server' }, 'os2sync-unclear-400', 'later'],
    ['400 without a text', { kind: 'http-400-empty' }, 'os2sync-unclear-400', 'later'],
    ['401', { kind: '401' }, 'os2sync-login', 'pause'],
    ['301', { kind: 'http-status', status: 301 }, 'os2sync-unexpected', 'pause'],
    ['403', { kind: 'http-status', status: 403 }, 'os2sync-unexpected', 'pause'],
    ['404', { kind: 'http-status', status: 404 }, 'os2sync-unexpected', 'pause'],
    ['405', { kind: 'http-status', status: 405 }, 'os2sync-unexpected', 'pause'],
    ['413', { kind: 'http-status', status: 413 }, 'os2sync-rejected', 'never'],
    ['415', { kind: 'http-status', status: 415 }, 'os2sync-unexpected', 'pause'],
    ['500', { kind: 'http-500' }, 'os2sync-down', 'later'],
    ['502', { kind: 'http-status', status: 502 }, 'os2sync-down', 'later'],
    ['503 without a word', { kind: 'http-503' }, 'os2sync-down', 'later'],
    ['429 with retry-after', { kind: 'http-429', retryAfter: 7 }, 'os2sync-down', 'after'],
    ['202', { kind: 'http-status', status: 202 }, 'os2sync-answer', 'later'],
    ['200 with a web page', { kind: 'bad-json' }, 'os2sync-answer', 'later'],
    ['200 about another object', { kind: 'http-status', status: 200, text: `{"Uuid":"${uuid(3)}"}` }, 'os2sync-answer', 'later'],
    ['200 with half a body', { kind: 'http-status', status: 200, text: '{"Uuid":' }, 'os2sync-answer', 'later'],
  ])('%s to a POST', async (_, fault, code, fate) => {
    expect(await postFails(fault)).toMatchObject({ code, fate });
    expect(simulator.state().users).toEqual([]);
  });

  test('retry-after is in milliseconds, a date counts too, and an hour is the most', async () => {
    expect(await postFails({ kind: 'http-503', retryAfter: 7, times: 1 })).toMatchObject({
      fate: 'after',
      retryAfterMs: 7_000,
      status: 503,
    });
    expect(await postFails({ kind: 'http-503', retryAfter: 999_999, times: 1 })).toMatchObject({ retryAfterMs: 3_600_000 });
  });

  test('a POST is never sent twice by the client itself', async () => {
    simulator.resetStats();
    await postFails({ kind: 'http-500' });
    expect(simulator.stats().posts).toBe(1);
  });
});

describe('a GET that fails is an error, never an absence', () => {
  test.each<[string, Fault, string]>([
    ['500', { kind: 'http-500' }, 'os2sync-down'],
    ['400 because FK is away', { kind: 'fk-outage' }, 'os2sync-unclear-400'],
    ['400 with a validation text', { kind: 'http-400-text', text: 'name is null' }, 'os2sync-unclear-400'],
    ['a web page', { kind: 'bad-json' }, 'os2sync-answer'],
    ['null', { kind: 'http-status', status: 200, text: 'null' }, 'os2sync-answer'],
    ['an empty body', { kind: 'http-status', status: 200, text: '' }, 'os2sync-answer'],
    ['204', { kind: 'http-status', status: 204, text: '' }, 'os2sync-answer'],
    ['410', { kind: 'http-status', status: 410, text: '' }, 'os2sync-unexpected'],
  ])('%s', async (_, fault, code) => {
    simulator.setState({ orgunits: [unit(1)] });
    simulator.addFaults(fault);
    const client = clientFor(simulator.url);
    expect((await errorOf(client.getOrgUnit(uuid(1)))).code).toBe(code);
    expect((await errorOf(client.getUser(uuid(1)))).code).toBe(code);
  });
});

test('a wrong key or a missing cvr pauses', async () => {
  expect(await errorOf(clientFor(simulator.url, { apiKey: 'other' }).getUser(uuid(1)))).toMatchObject({
    code: 'os2sync-login',
    fate: 'pause',
  });
  expect(await errorOf(clientFor(simulator.url, { cvr: '' }).deleteUser(uuid(1)))).toMatchObject({ code: 'os2sync-login', fate: 'pause' });
});

test('a delete that a proxy answered is not taken for done', async () => {
  simulator.addFaults({ kind: 'bad-json' });
  expect(await errorOf(clientFor(simulator.url).deleteUser(uuid(1)))).toMatchObject({ code: 'os2sync-answer', fate: 'later' });
});

test('a redirect is not followed', async () => {
  const elsewhere = await startOs2syncSimulator();
  try {
    simulator.addFaults({ kind: 'http-status', status: 307, location: `${elsewhere.url}/api/user` });
    expect((await errorOf(clientFor(simulator.url).postUser(user(2)))).code).toBe('os2sync-unexpected');
    expect(elsewhere.stats().requests).toBe(0);
  } finally {
    await elsewhere.close();
  }
});
