import { leakGuard } from '@os2bridge/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { runKitos } from './helpers.ts';

const guard = leakGuard();
afterAll(() => guard.check());

describe('GetToken', () => {
  test('answers in its envelope, with the time the token ends, to 100 ns', async () => {
    await using run = await runKitos();
    expect(JSON.parse((await run.login()).text)).toEqual({
      msg: '',
      response: {
        token: expect.stringMatching(/^eyJ/),
        email: 'kitos-api@kommune.example',
        loginSuccessful: true,
        expires: '2026-11-23T12:00:00.0004567Z',
      },
    });
  });

  test.each<[string, object, object]>([
    ['a wrong password', { password: 'forkert' }, {}],
    ['an unknown e-mail', { email: 'ingen@kommune.example' }, {}],
    ['no API access', {}, { apiAccess: false }],
    ['no organisation', {}, { organisations: [] }],
  ])('%s is the same 401', async (_name, asked, account) => {
    await using run = await runKitos();
    run.kitos.setAccount(account);
    const reply = await run.login(asked);
    expect(reply.status).toBe(401);
    expect(JSON.parse(reply.text)).toEqual({ msg: expect.stringContaining('Du har ikke adgang'), response: {} });
  });

  test('five wrong passwords lock the account for a minute, for the right one too', async () => {
    await using run = await runKitos();
    for (let attempt = 0; attempt < 4; attempt += 1) await run.login({ password: 'forkert' });
    expect((await run.login()).status).toBe(200);
    for (let attempt = 0; attempt < 5; attempt += 1) await run.login({ password: 'forkert' });
    expect((await run.login()).status).toBe(401);
    run.kitos.setNow('2026-11-22T12:01:00Z');
    expect((await run.login()).status).toBe(200);
  });

  test('an empty field is 400, no body at all is 500', async () => {
    await using run = await runKitos();
    expect((await run.login({ password: '' })).status).toBe(400);
    expect((await run.send('/api/authorize/GetToken', { method: 'POST' })).status).toBe(500);
  });

  test('is found in any case', async () => {
    await using run = await runKitos();
    expect((await run.send('/API/Authorize/gettoken', { method: 'POST', body: '{"email":"a","password":"b"}' })).status).toBe(401);
  });

  test('with an old token along is 403, with a void one it works', async () => {
    await using run = await runKitos();
    expect(await run.login({}, run.authorised)).toMatchObject({ status: 403, text: 'Write operations are not allowed on this API' });
    run.kitos.expireTokens();
    expect((await run.login({}, run.authorised)).status).toBe(200);
  });
});

describe('a token', () => {
  test('lasts 24 hours and the five minutes that clocks are forgiven', async () => {
    await using run = await runKitos();
    run.kitos.setNow('2026-11-23T12:04:59Z');
    expect((await run.ask('organizations')).status).toBe(200);
    run.kitos.setNow('2026-11-23T12:05:00Z');
    expect((await run.ask('organizations')).status).toBe(401);
  });

  test('is asked for on every path of version 2, known or not', async () => {
    await using run = await runKitos();
    for (const path of ['organizations', 'it-systems', 'it-system-usages', 'delta-feed/deleted-entities', 'unknown']) {
      const reply = await run.send(`/api/v2/${path}`);
      expect(reply.status).toBe(401);
      expect(JSON.parse(reply.text)).toEqual({ message: 'Authorization has been denied for this request.' });
    }
  });

  test('of an account that has lost API access is 403 in Danish text, at once', async () => {
    await using run = await runKitos();
    run.kitos.setAccount({ apiAccess: false });
    const reply = await run.ask('it-system-usages');
    expect(reply).toMatchObject({ status: 403, text: expect.stringContaining('ikke tilladelse') });
    expect(reply.type).toContain('text/plain');
  });

  test('of a rights holder, on an internal path, or with take=1000 is turned away', async () => {
    await using run = await runKitos();
    expect(await run.ask('internal/it-systems')).toMatchObject({ status: 403, text: 'Internal endpoint. Please use the public API.' });
    expect((await run.ask('it-systems?take=1000')).status).toBe(400);
    expect((await run.ask('it-systems?$top=100')).status).toBe(200);
    run.kitos.setAccount({ rightsHolder: true });
    expect((await run.ask('it-systems')).status).toBe(403);
  });
});
