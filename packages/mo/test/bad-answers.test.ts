import { describe, expect, test } from 'vitest';
import { createMoReader } from '../src/create-mo-reader.ts';
import { everythingIn } from './support/everything-in.ts';
import { failureOf } from './support/failure-of.ts';
import { type FakeReply, startFakeMo } from './support/fake-mo.ts';
import { moSettings } from './support/mo-settings.ts';
import { pageOf } from './support/page-of.ts';
import { recordedLog } from './support/recorded-log.ts';
import { unitObject } from './support/unit-object.ts';
import { uuid } from './support/uuids.ts';

const NAME = 'Åse Ærlig Øst';
const CPR = '0101009999';
const person = {
  uuid: uuid(1),
  current: {
    user_key: 'aase',
    name: NAME,
    given_name: 'Åse',
    surname: 'Ærlig Øst',
    nickname: '',
    nickname_given_name: '',
    nickname_surname: null,
    cpr_number: CPR,
  },
};

const failureWith = async (reply: FakeReply, timeoutMs = 5000) => {
  await using mo = await startFakeMo(() => reply);
  const reader = createMoReader({ settings: moSettings(mo.url, { timeoutMs }), logger: recordedLog() });
  return await failureOf(reader.persons([uuid(1)]));
};

const withErrors = (...errors: unknown[]): FakeReply => ({
  json: { data: { employees: { objects: [person], page_info: { next_cursor: null } } }, errors },
});

describe('OS2MO is out of order', () => {
  test.each<[string, FakeReply]>([
    ['HTTP 502 with a page of HTML', { status: 502, text: '<html>Bad Gateway</html>' }],
    ['HTTP 500 with JSON', { status: 500, json: { error: true, description: NAME, error_key: 'E_UNKNOWN' } }],
    ['HTTP 429', { status: 429, text: 'slow down' }],
    ['a redirect to a login page', { status: 302, text: '', headers: { location: 'https://login.example.dk/' } }],
    ['HTTP 404 from a proxy that has no backend', { status: 404, text: '404 page not found' }],
    ['HTTP 200 that is no JSON', { text: '<html>maintenance</html>' }],
    ['JSON that ends early', { text: `{"data":{"employees":{"objects":[{"name":"${NAME}"` }],
    ['a connection that breaks in the middle', { text: `{"data":{"employees":`, cutOff: true }],
  ])('%s is tried again later', async (_name, reply) => {
    const error = await failureWith(reply);
    expect(error).toMatchObject({ code: 'mo-down', fate: 'later' });
    expect(everythingIn(error)).not.toContain(NAME);
  });

  test('an answer that takes longer than the timeout is tried again later, and says so', async () => {
    const error = await failureWith({ silent: true }, 200);
    expect(error).toMatchObject({ code: 'mo-down', fate: 'later' });
    expect(error.message).toContain('Persons');
    expect(error.message).toContain('no answer within 1 seconds');
  });

  test('a server that is not there is tried again later', async () => {
    const mo = await startFakeMo(() => ({}));
    await mo[Symbol.asyncDispose]();
    const reader = createMoReader({ settings: moSettings(mo.url), logger: recordedLog() });
    const error = await failureOf(reader.persons([uuid(1)]));
    expect(error).toMatchObject({ code: 'mo-down', fate: 'later' });
    expect(error.message).toContain('ECONNREFUSED');
  });

  test('a connection closed by the server while idle costs one more request, not the read', async () => {
    await using mo = await startFakeMo(({ before }) => (before === 0 ? { hangUp: true } : { json: pageOf('employees', [person]) }));
    const reader = createMoReader({ settings: moSettings(mo.url), logger: recordedLog() });
    expect(await reader.persons([uuid(1)])).toHaveLength(1);
    expect(reader.requests).toBe(2);
  });
});

describe('OS2MO answers with errors', () => {
  test('an error beside complete data still fails the read', async () => {
    const error = await failureWith(withErrors({ message: `noget om ${NAME}`, path: ['employees', 'objects', 0, 'current', 'nickname'] }));
    expect(error).toMatchObject({ code: 'mo-answer', fate: 'later' });
    expect(error.message).toContain('employees.objects.0.current.nickname');
    expect(error.message).toContain(uuid(1));
    expect(everythingIn(error)).not.toContain(NAME);
    expect(everythingIn(error)).not.toContain(CPR);
  });

  test('a current that an error has emptied is never an absence', async () => {
    const emptied = { uuid: uuid(1), current: null };
    const answer = {
      data: { employees: { objects: [emptied], page_info: { next_cursor: null } } },
      errors: [{ message: 'Cannot return null', path: ['employees', 'objects', 0, 'current', 'name'] }],
    };
    expect(await failureWith({ json: answer })).toMatchObject({ code: 'mo-answer', fate: 'later' });
  });

  test('a current that is null without any error is an absence', async () => {
    await using mo = await startFakeMo(() => ({
      json: pageOf('employees', [
        { uuid: uuid(1), current: null },
        { ...person, uuid: uuid(2) },
      ]),
    }));
    const reader = createMoReader({ settings: moSettings(mo.url), logger: recordedLog() });
    expect((await reader.persons([uuid(1), uuid(2)])).map((found) => found.uuid)).toEqual([uuid(2)]);
  });

  test('the error key is shown, as far as it is one', async () => {
    const key = (error_key: string) =>
      withErrors({ message: 'x', path: ['employees'], extensions: { error_context: { error_key, description: NAME } } });
    expect((await failureWith(key('E_UNKNOWN'))).message).toContain('E_UNKNOWN');
    expect((await failureWith(key(NAME))).message).not.toContain(NAME);
  });

  test('a missing role pauses and names collection and role', async () => {
    const error = await failureWith({ json: { data: null, errors: [{ message: 'No policy approved the access', path: ['employees'] }] } });
    expect(error).toMatchObject({ code: 'mo-role', fate: 'pause' });
    expect(error.message).toContain('"employees"');
    expect(error.message).toContain('read_employee');
  });

  test('a field that this release does not have pauses and is named', async () => {
    const error = await failureWith({
      json: {
        data: null,
        errors: [{ message: "Cannot query field 'cpr_number' on type 'Employee'.", locations: [{ line: 1, column: 38 }] }],
      },
    });
    expect(error).toMatchObject({ code: 'mo-query', fate: 'pause' });
    expect(error.message).toContain('cpr_number');
  });

  test('any other rejected query pauses without quoting MO', async () => {
    const error = await failureWith({
      json: { data: null, errors: [{ message: `Variable '$keys' got invalid value '${CPR}'`, locations: [{ line: 1, column: 7 }] }] },
    });
    expect(error).toMatchObject({ code: 'mo-query', fate: 'pause' });
    expect(everythingIn(error)).not.toContain(CPR);
  });

  test.each<[string, FakeReply, string, string]>([
    ['a GraphQL version that MO does not have', { status: 404, json: { detail: 'Not Found' } }, 'mo-query', 'pause'],
    ['a request that MO cannot read', { status: 400, text: 'No GraphQL query found in the request' }, 'mo-query', 'pause'],
    ['a firewall', { status: 403, text: 'Forbidden' }, 'mo-login', 'pause'],
    ['JSON that is no GraphQL answer', { json: { status: 'ok' } }, 'mo-answer', 'later'],
    ['an error of MO as a whole', { json: { data: null, errors: [{ message: NAME }] } }, 'mo-answer', 'later'],
    ['data of null without errors', { json: { data: null } }, 'mo-answer', 'later'],
    ['a collection of another shape', { json: pageOf('org_units', []) }, 'mo-answer', 'later'],
    ['errors of another shape', { json: { data: {}, errors: NAME } }, 'mo-answer', 'later'],
  ])('%s is told apart', async (_name, reply, code, fate) => {
    expect(await failureWith(reply)).toMatchObject({ code, fate });
  });

  test('a value of the wrong kind fails the read and is not shown', async () => {
    const error = await failureWith({
      json: pageOf('employees', [{ ...person, current: { ...person.current, given_name: 7, cpr_number: CPR } }]),
    });
    expect(error).toMatchObject({ code: 'mo-answer', fate: 'later' });
    expect(error.message).toContain('employees.objects.0.current.given_name');
    expect(everythingIn(error)).not.toContain(CPR);
  });

  test('a field too many does no harm, and uuids become lower case', async () => {
    const upper = 'ABCDEF00-0000-4000-8000-00000000ABCD';
    await using mo = await startFakeMo(() => ({ json: pageOf('employees', [{ ...person, uuid: upper, colour: 'blå' }]) }));
    const [found] = await createMoReader({ settings: moSettings(mo.url), logger: recordedLog() }).persons([uuid(1)]);
    expect(found?.uuid).toBe(upper.toLowerCase());
  });

  test('an answer that is cut short without a limit is refused', async () => {
    expect(await failureWith({ json: pageOf('employees', [person], 'more') })).toMatchObject({ code: 'mo-answer' });
  });
});

describe('questions in pieces', () => {
  test('many uuids are split, each asked for once, and one failed piece fails all', async () => {
    const keys = Array.from({ length: 5 }, (_, index) => uuid(index));
    await using mo = await startFakeMo(({ before }) =>
      before === 2 ? { status: 503, text: '' } : { json: pageOf('org_units', [unitObject(uuid(1))]) },
    );
    const reader = createMoReader({ settings: moSettings(mo.url, { pageSize: 2 }), logger: recordedLog() });
    expect(await failureOf(reader.unitsWithAncestors([...keys, ...keys]))).toMatchObject({ code: 'mo-down' });
    expect(new Set(mo.seen.flatMap(({ variables }) => variables['keys']))).toEqual(new Set(keys));
    expect(mo.seen).toHaveLength(3);
  });

  test('no uuids, no request', async () => {
    await using mo = await startFakeMo(() => ({ json: {} }));
    const reader = createMoReader({ settings: moSettings(mo.url), logger: recordedLog() });
    const nothing = [
      reader.persons([]),
      reader.unitsWithAncestors([]),
      reader.engagements([]),
      reader.unitAddresses([]),
      reader.kles([]),
      reader.accountsByUserKey(['x'], []),
    ];
    expect((await Promise.all(nothing)).flat()).toEqual([]);
    expect((await reader.unitsKnown([])).size).toBe(0);
    expect(reader.requests).toBe(0);
  });

  test('at most four requests are under way at once', async () => {
    let open = 0;
    let most = 0;
    await using mo = await startFakeMo(async () => {
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      return { json: pageOf('managers', []) };
    });
    const reader = createMoReader({ settings: moSettings(mo.url, { pageSize: 1 }), logger: recordedLog() });
    await reader.managers(Array.from({ length: 20 }, (_, index) => uuid(index)));
    expect(most).toBeLessThanOrEqual(4);
    expect(reader.requests).toBe(20);
  });
});
