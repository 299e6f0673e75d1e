import { leakGuard } from '@os2bridge/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { LOGIN_PAUSE_MS } from '../src/login/create-login.ts';
import { clientFor, runKitos } from './support/client-for.ts';
import { errorOf } from './support/error-of.ts';
import { startFakeKitos } from './support/fake-kitos.ts';
import { gather } from './support/gather.ts';
import { CVR } from './support/small-kitos.ts';
import { id } from './support/uuid.ts';

const guard = leakGuard();
afterAll(() => guard.check());

const HOUR_MS = 3_600_000;

describe('login', () => {
  test('one token serves many requests, also those that start at once', async () => {
    await using run = await runKitos();
    const { kitos, client } = run;
    await Promise.all([
      client.organisation(CVR),
      client.usageRoleTypes(id.org),
      gather(client.users(id.org)),
      gather(client.usages(id.org)),
    ]);
    await client.organisation(CVR);
    expect(kitos.stats().byOperation).toMatchObject({ login: 1, organisations: 2 });
    expect(client.requests).toBe(kitos.stats().requests);
  });

  test('a token is replaced shortly before its 24 hours are over', async () => {
    let now = 0;
    await using run = await runKitos({}, { now: () => now });
    const { kitos, client } = run;
    await client.organisation(CVR);
    now = 24 * HOUR_MS - 310_000;
    await client.organisation(CVR);
    expect(kitos.stats().byOperation.login).toBe(1);
    now = 24 * HOUR_MS - 299_000;
    await client.organisation(CVR);
    expect(kitos.stats().byOperation.login).toBe(2);
  });

  test('an old token never goes along to the login, which Kitos would refuse', async () => {
    let now = 0;
    await using run = await runKitos({}, { now: () => now });
    const { kitos, client } = run;
    await client.organisation(CVR);
    now = 25 * HOUR_MS;
    await client.organisation(CVR);
    const logins = kitos.log().filter(({ operation }) => operation === 'login');
    expect(logins).toMatchObject([
      { authorised: false, status: 200 },
      { authorised: false, status: 200 },
    ]);
  });

  test('a token that has become void is replaced and the question asked again', async () => {
    await using run = await runKitos();
    const { kitos, client } = run;
    await client.organisation(CVR);
    kitos.expireTokens();
    expect(await client.organisation(CVR)).toMatchObject({ uuid: id.org });
    expect(kitos.stats().byOperation).toMatchObject({ login: 2, organisations: 3 });
  });

  test('a token that ends in the middle of a list does not end the list', async () => {
    await using run = await runKitos({}, { pageSize: 1 });
    const { kitos, client } = run;
    const seen: string[] = [];
    for await (const page of client.users(id.org)) {
      seen.push(...page.map(({ uuid }) => uuid));
      kitos.expireTokens();
    }
    expect(seen).toEqual([id.user(1), id.user(2)]);
  });

  test('several requests whose token has become void share one new login', async () => {
    await using run = await runKitos();
    const { kitos, client } = run;
    await client.organisation(CVR);
    kitos.expireTokens();
    await Promise.all(Array.from({ length: 5 }, () => client.organisation(CVR)));
    expect(kitos.stats().byOperation.login).toBe(2);
  });

  test('a new token that is refused too pauses after one retry, and nobody logs in for a while', async () => {
    let now = 0;
    await using run = await runKitos({}, { now: () => now });
    const { kitos, client } = run;
    kitos.addFaults({ kind: '401', operation: 'organisations', times: 2 });
    expect(await errorOf(client.organisation(CVR))).toMatchObject({ code: 'kitos-login', fate: 'pause', status: 401 });
    expect(kitos.stats().byOperation).toMatchObject({ login: 2, organisations: 2 });
    await errorOf(client.organisation(CVR));
    expect(kitos.stats().requests).toBe(4);
    now += LOGIN_PAUSE_MS;
    expect(await client.organisation(CVR)).toMatchObject({ uuid: id.org });
  });

  test('a wrong password is tried once and then not again before a pause, so that the account is not locked', async () => {
    let now = 0;
    await using run = await runKitos({}, { password: 'forkert', now: () => now });
    const { kitos, client } = run;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const error = await errorOf(client.organisation(CVR));
      expect(error).toMatchObject({ code: 'kitos-login', fate: 'pause', operation: 'login' });
      expect(error.message).toContain('300 seconds');
    }
    expect(kitos.stats()).toMatchObject({ requests: 1, refusedLogins: 1 });
    now = LOGIN_PAUSE_MS - 1;
    await errorOf(client.organisation(CVR));
    expect(kitos.stats().requests).toBe(1);
    now = LOGIN_PAUSE_MS;
    await errorOf(client.organisation(CVR));
    expect(kitos.stats().requests).toBe(2);
  });

  test('many at once with a wrong password are one refusal', async () => {
    await using run = await runKitos({}, { password: 'forkert' });
    const { kitos, client } = run;
    await Promise.all(Array.from({ length: 10 }, () => errorOf(client.organisation(CVR))));
    expect(kitos.stats()).toMatchObject({ requests: 1, refusedLogins: 1 });
  });

  test('an account that somebody else has locked works again after the pause', async () => {
    let now = 0;
    await using run = await runKitos({ now: '2026-11-22T12:00:00Z' }, { now: () => now });
    const { kitos, client } = run;
    for (let attempt = 0; attempt < 5; attempt += 1) await errorOf(clientFor(kitos.url, { password: 'forkert' }).organisation(CVR));
    expect(await errorOf(client.organisation(CVR))).toMatchObject({ code: 'kitos-login', fate: 'pause' });
    kitos.setNow('2026-11-22T12:05:00Z');
    now = LOGIN_PAUSE_MS;
    expect(await client.organisation(CVR)).toMatchObject({ uuid: id.org });
  });

  test.each([
    ['an account without API access', { apiAccess: false }],
    ['an account without an organisation', { organisations: [] }],
    ['an unknown account', { email: 'en-anden@kommune.example' }],
  ])('%s is refused like a wrong password', async (_name, account) => {
    await using run = await runKitos({ account });
    expect(await errorOf(run.client.organisation(CVR))).toMatchObject({ code: 'kitos-login', fate: 'pause', status: 401 });
  });

  test('an empty password (400) pauses too', async () => {
    await using run = await runKitos({}, { password: '' });
    expect(await errorOf(run.client.organisation(CVR))).toMatchObject({ code: 'kitos-login', fate: 'pause', status: 400 });
  });

  test('a login during an outage is an outage, sent once, and tried again with the next request', async () => {
    await using run = await runKitos();
    const { kitos, client } = run;
    kitos.addFaults({ kind: 'http-503', operation: 'login', times: 1 }, { kind: 'drop-connection', operation: 'login', times: 1 });
    expect(await errorOf(client.organisation(CVR))).toMatchObject({ code: 'kitos-down', fate: 'later', status: 503 });
    expect(await errorOf(client.organisation(CVR))).toMatchObject({ code: 'kitos-down', fate: 'later', status: null });
    expect(client.requests).toBe(2);
    expect(await client.organisation(CVR)).toMatchObject({ uuid: id.org });
  });

  test.each([
    ['a page that is no Kitos', { text: '<html>Velkommen</html>' }, 'kitos-answer', 'later'],
    ['an answer without a token', { json: { msg: '', response: {} } }, 'kitos-answer', 'later'],
    ['an address without Kitos', { status: 404, text: 'not here' }, 'kitos-unexpected', 'pause'],
  ] as const)('%s gives no token', async (_name, reply, code, fate) => {
    await using kitos = await startFakeKitos(() => reply);
    expect(await errorOf(clientFor(kitos.url).organisation(CVR))).toMatchObject({ code, fate, operation: 'login' });
  });

  test('a token that has ended already by our clock, or by Kitos own, is still no login per request', async () => {
    await using kitos = await startFakeKitos(({ path }) =>
      path.endsWith('GetToken')
        ? { json: { msg: '', response: { token: 'et-token', expires: '2020-01-01T00:00:00.1234567Z' } } }
        : { json: [{ uuid: id.org, name: 'Æblevig', cvr: CVR }] },
    );
    const client = clientFor(kitos.url);
    await client.organisation(CVR);
    await client.organisation(CVR);
    expect(kitos.seen.filter(({ path }) => path.endsWith('GetToken'))).toHaveLength(1);
  });
});
