import type { MoLogin } from '@os2bridge/config';
import { describe, expect, test } from 'vitest';
import { createMoReader } from '../src/create-mo-reader.ts';
import { renewalAge } from '../src/login/keycloak-login.ts';
import { everythingIn } from './support/everything-in.ts';
import { failureOf } from './support/failure-of.ts';
import { type FakeReply, type FakeRequest, startFakeMo } from './support/fake-mo.ts';
import { moSettings } from './support/mo-settings.ts';
import { recordedLog } from './support/recorded-log.ts';

const SECRET = 'hemmelig-nøgle-æøå';
const version = { data: { version: { mo_version: '66.1.2' } } };
const notAuthenticated = { data: null, errors: [{ message: 'User is not authenticated' }] };
const tokenNumber = ({ before }: FakeRequest, expires = 300): FakeReply => ({
  json: { access_token: `token-${before}`, expires_in: expires },
});
const keycloak = (server: string): MoLogin => ({
  kind: 'keycloak',
  server: `${server}/auth`,
  realm: 'mo',
  clientId: 'os2bridge',
  clientSecret: SECRET,
});

const startWith = async (reply: (request: FakeRequest) => FakeReply) => {
  const mo = await startFakeMo(reply);
  const logger = recordedLog();
  return {
    mo,
    [Symbol.asyncDispose]: () => mo[Symbol.asyncDispose](),
    logger,
    reader: createMoReader({ settings: moSettings(mo.url, { login: keycloak(mo.url) }), logger }),
  };
};

const versionAnswer = (request: FakeRequest): FakeReply => (request.operation === 'token' ? tokenNumber(request) : { json: version });

describe('login', () => {
  test('client credentials are sent as a form to the realm, and the token to MO', async () => {
    await using run = await startWith(versionAnswer);
    const { mo, reader } = run;
    expect(await reader.version()).toBe('66.1.2');
    const [login, question] = mo.seen;
    expect(login?.path).toBe('/auth/realms/mo/protocol/openid-connect/token');
    expect(Object.fromEntries(login?.form ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: 'os2bridge',
      client_secret: SECRET,
    });
    expect(question?.path).toBe('/graphql/v30');
    expect(question?.headers.authorization).toBe('Bearer token-0');
  });

  test('one token serves many requests, also those that start at once', async () => {
    await using run = await startWith(versionAnswer);
    const { mo, reader } = run;
    await Promise.all(Array.from({ length: 12 }, () => reader.version()));
    await reader.version();
    expect(mo.seen.filter(({ operation }) => operation === 'token')).toHaveLength(1);
    expect(reader.requests).toBe(13);
  });

  test('a token is renewed at 80 % of its life or 30 seconds before its end, whichever is sooner', () => {
    expect(renewalAge(300)).toBe(240_000);
    expect(renewalAge(60)).toBe(30_000);
    expect(renewalAge(20)).toBe(10_000);
  });

  test('a token past its age is not used again', async () => {
    await using run = await startWith((request) => (request.operation === 'token' ? tokenNumber(request, 0.000_001) : { json: version }));
    const { mo, reader } = run;
    await reader.version();
    await reader.version();
    expect(mo.seen.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer token-0', undefined, 'Bearer token-1']);
  });

  test('an expired token (HTTP 200, "User is not authenticated") is replaced and the question asked again', async () => {
    await using run = await startWith((request) => {
      if (request.operation === 'token') return tokenNumber(request);
      return { json: request.headers.authorization === 'Bearer token-0' ? notAuthenticated : version };
    });
    const { reader } = run;
    expect(await reader.version()).toBe('66.1.2');
    expect(reader.requests).toBe(2);
  });

  test('several requests whose token has expired share one new token', async () => {
    await using run = await startWith((request) => {
      if (request.operation === 'token') return tokenNumber(request);
      return { json: request.headers.authorization === 'Bearer token-0' ? notAuthenticated : version };
    });
    const { mo, reader } = run;
    await Promise.all(Array.from({ length: 4 }, () => reader.version()));
    expect(mo.seen.filter(({ operation }) => operation === 'token')).toHaveLength(2);
  });

  test('a new token that is refused too pauses, after one retry', async () => {
    await using run = await startWith((request) => (request.operation === 'token' ? tokenNumber(request) : { json: notAuthenticated }));
    const { reader } = run;
    expect(await failureOf(reader.version())).toMatchObject({ code: 'mo-login', fate: 'pause' });
    expect(reader.requests).toBe(2);
  });

  test('HTTP 401 counts as not logged in', async () => {
    await using run = await startWith((request) => {
      if (request.operation === 'token') return tokenNumber(request);
      return request.before === 0 ? { status: 401, json: { detail: 'Not authenticated' } } : { json: version };
    });
    const { reader } = run;
    expect(await reader.version()).toBe('66.1.2');
  });

  test.each([
    [
      'a wrong secret',
      { status: 401, json: { error: 'unauthorized_client', error_description: 'Invalid client or Invalid client credentials' } },
      'pause',
    ],
    ['a refused request', { status: 400, json: { error: 'invalid_request' } }, 'pause'],
    ['an unknown realm', { status: 404, json: { error: 'Realm does not exist' } }, 'pause'],
    ['a proxy without Keycloak behind it', { status: 502, text: '<html>Bad Gateway</html>' }, 'later'],
    ['an answer without a token', { json: { token_type: 'Bearer' } }, 'later'],
    ['an answer that is cut off', { text: '{"access_token":"abc', cutOff: true }, 'later'],
  ] as const)('%s at Keycloak is a login error', async (_name, reply, fate) => {
    await using run = await startWith(() => reply);
    const { reader } = run;
    expect(await failureOf(reader.version())).toMatchObject({ code: 'mo-login', fate });
    expect(reader.requests).toBe(0);
  });

  test('after a failed login the next call tries again', async () => {
    await using run = await startWith((request) => {
      if (request.operation !== 'token') return { json: version };
      return request.before === 0 ? { status: 503, text: 'later' } : tokenNumber(request);
    });
    const { reader } = run;
    await failureOf(reader.version());
    expect(await reader.version()).toBe('66.1.2');
  });

  test('a session token goes into the session header', async () => {
    await using mo = await startFakeMo(() => ({ json: version }));
    await createMoReader({ settings: moSettings(mo.url, { login: { kind: 'session', token: 'sesam' } }), logger: recordedLog() }).version();
    expect(mo.seen[0]?.headers['session']).toBe('sesam');
  });

  test('without another login to try, a refusal pauses at once', async () => {
    await using mo = await startFakeMo(() => ({ json: notAuthenticated }));
    const reader = createMoReader({ settings: moSettings(mo.url), logger: recordedLog() });
    expect(await failureOf(reader.version())).toMatchObject({ code: 'mo-login', fate: 'pause' });
    expect(reader.requests).toBe(1);
  });

  test('neither secret nor token is in any error or log line', async () => {
    await using run = await startWith((request) => {
      if (request.operation === 'token') return request.before === 0 ? tokenNumber(request) : { text: 'x', cutOff: true };
      return request.before === 0 ? { text: 'x', cutOff: true } : { json: notAuthenticated };
    });
    const { reader, logger } = run;
    const shown =
      [await failureOf(reader.version()), await failureOf(reader.version())].map(everythingIn).join() + JSON.stringify(logger.lines);
    expect(shown).not.toContain(SECRET);
    expect(shown).not.toContain('token-0');
  });
});
