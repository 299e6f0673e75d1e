import { freePort, leakGuard } from '@os2bridge/testing';
import type { KitosFault } from '@os2bridge/simulators';
import { afterAll, describe, expect, test } from 'vitest';
import { clientFor, runKitos, settingsFor } from './support/client-for.ts';
import { createKitosClient } from '../src/index.ts';
import { errorOf } from './support/error-of.ts';
import { startFakeKitos } from './support/fake-kitos.ts';
import { gather } from './support/gather.ts';
import { CVR, manyUsages } from './support/small-kitos.ts';
import { id } from './support/uuid.ts';

const guard = leakGuard();
afterAll(() => guard.check());

describe('an answer decides its own fate, by its status', () => {
  test.each<[string, KitosFault, object]>([
    ['500', { kind: 'http-500' }, { code: 'kitos-down', fate: 'later', status: 500 }],
    ['502, a web page', { kind: 'http-status', status: 502 }, { code: 'kitos-down', fate: 'later', status: 502 }],
    ['503', { kind: 'http-503' }, { code: 'kitos-down', fate: 'later', status: 503 }],
    ['503 that says when', { kind: 'http-503', retryAfter: 30 }, { code: 'kitos-down', fate: 'after', retryAfterMs: 30_000 }],
    ['429 that says when', { kind: 'http-429', retryAfter: 5 }, { code: 'kitos-down', fate: 'after', retryAfterMs: 5_000 }],
    ['503 that says next week', { kind: 'http-503', retryAfter: 604_800 }, { code: 'kitos-down', fate: 'after', retryAfterMs: 3_600_000 }],
    ['429', { kind: 'http-429' }, { code: 'kitos-down', fate: 'later', status: 429 }],
    ['408', { kind: 'http-status', status: 408 }, { code: 'kitos-down', fate: 'later', status: 408 }],
    ['400', { kind: 'http-status', status: 400 }, { code: 'kitos-rejected', fate: 'pause', status: 400 }],
    ['403', { kind: 'http-status', status: 403 }, { code: 'kitos-forbidden', fate: 'pause', status: 403 }],
    ['404', { kind: 'http-status', status: 404 }, { code: 'kitos-unexpected', fate: 'pause', status: 404 }],
    ['405', { kind: 'http-status', status: 405 }, { code: 'kitos-unexpected', fate: 'pause', status: 405 }],
    [
      '302',
      { kind: 'http-status', status: 302, location: 'http://127.0.0.1:9/' },
      { code: 'kitos-unexpected', fate: 'pause', status: 302 },
    ],
    ['204', { kind: 'http-status', status: 204 }, { code: 'kitos-answer', fate: 'later', status: 204 }],
    ['200 with a web page', { kind: 'http-status', status: 200 }, { code: 'kitos-answer', fate: 'later', status: 200 }],
    ['200 with broken JSON', { kind: 'bad-json' }, { code: 'kitos-answer', fate: 'later', status: 200 }],
    ['200 with something else', { kind: 'http-status', status: 200, text: '{"rows":[]}' }, { code: 'kitos-answer', fate: 'later' }],
    ['a body that is cut off', { kind: 'truncated' }, { code: 'kitos-down', fate: 'later', status: null }],
    ['a connection that is cut', { kind: 'drop-connection' }, { code: 'kitos-down', fate: 'later', status: null }],
  ])('%s', async (_name, fault, expected) => {
    await using run = await runKitos();
    await run.client.organisation(CVR);
    run.kitos.addFaults(fault);
    for (const reading of [gather(run.client.usages(id.org)), gather(run.client.users(id.org)), run.client.usageRoleTypes(id.org)])
      expect(await errorOf(reading)).toMatchObject(expected);
  });

  test('400 to a single usage is about that usage alone', async () => {
    await using run = await runKitos();
    run.kitos.addFaults({ kind: 'http-status', status: 400, operation: 'usage' });
    expect(await errorOf(run.client.usage(id.usage(1)))).toMatchObject({ code: 'kitos-rejected', fate: 'never' });
  });

  test.each([
    ['API access is taken away', { apiAccess: false }],
    ['the account becomes a rights holder', { rightsHolder: true }],
  ])('when %s, everything is 403 and pauses, without a new login', async (_name, account) => {
    await using run = await runKitos();
    const { kitos, client } = run;
    await client.organisation(CVR);
    kitos.setAccount(account);
    expect(await errorOf(gather(client.usages(id.org)))).toMatchObject({ code: 'kitos-forbidden', fate: 'pause', operation: 'usages' });
    expect(kitos.stats().byOperation.login).toBe(1);
  });

  test('users of an organisation where the account has no role are refused', async () => {
    await using run = await runKitos({ account: { organisations: [id.company] } });
    expect(await errorOf(gather(run.client.users(id.org)))).toMatchObject({ code: 'kitos-forbidden', fate: 'pause' });
    expect(await errorOf(run.client.usageRoleTypes(id.org))).toMatchObject({ code: 'kitos-forbidden', fate: 'pause' });
  });

  test('an organisation that is gone pauses', async () => {
    await using run = await runKitos();
    expect(await errorOf(gather(run.client.users(id.company)))).toMatchObject({ code: 'kitos-unexpected', fate: 'pause', status: 404 });
  });

  test('a server that is down, or that no name leads to, is an outage', async () => {
    for (const url of [`http://127.0.0.1:${await freePort()}`, 'http://kitos.invalid'])
      expect(await errorOf(clientFor(url).organisation(CVR))).toMatchObject({ code: 'kitos-down', fate: 'later', status: null });
  });

  test('a server that never answers is given up after the time limit', async () => {
    await using run = await runKitos({}, { timeoutMs: 150 });
    await run.client.organisation(CVR);
    run.kitos.addFaults({ kind: 'hang' });
    const error = await errorOf(gather(run.client.usages(id.org)));
    expect(error).toMatchObject({ code: 'kitos-down', fate: 'later', status: null });
    expect(error.message).toContain('in time');
  });

  test('a connection that was closed while idle is used once more at once', async () => {
    await using run = await runKitos();
    await run.client.organisation(CVR);
    run.kitos.addFaults({ kind: 'drop-connection', times: 1 });
    expect(await gather(run.client.usages(id.org))).toHaveLength(2);
    expect(run.client.requests).toBe(4);
  });

  test('a list that fails on its third page throws there', async () => {
    await using run = await runKitos({ dataset: manyUsages(10) }, { pageSize: 3 });
    run.kitos.addFaults({ kind: 'http-500', operation: 'usages', after: 2 });
    const seen: string[] = [];
    const reading = (async () => {
      for await (const page of run.client.usages(id.org)) seen.push(...page.map(({ uuid }) => uuid));
    })();
    expect(await errorOf(reading)).toMatchObject({ code: 'kitos-down' });
    expect(seen).toEqual([1, 2, 3, 4, 5].map(id.usage));
  });
});

describe('what we send', () => {
  test('goes to the one host, whatever it answers', async () => {
    await using other = await startFakeKitos(() => ({ json: [] }));
    await using run = await runKitos();
    const { kitos, client } = run;
    for (const status of [301, 302, 303, 307, 308]) {
      kitos.clearFaults();
      kitos.addFaults({ kind: 'http-status', status, location: `${other.url}/api/v2/organizations` });
      await errorOf(client.organisation(CVR));
      kitos.clearFaults();
      await client.organisation(CVR);
      kitos.addFaults({ kind: 'http-status', status, location: `${other.url}/api/v2/organizations`, operation: 'usages' });
      await errorOf(gather(client.usages(id.org)));
    }
    expect(other.seen).toEqual([]);
  });

  test('is below the address, with or without a slash at its end', async () => {
    await using run = await runKitos();
    expect(await clientFor(`${run.kitos.url}/`).organisation(CVR)).toMatchObject({ uuid: id.org });
  });

  test('never asks for enums as numbers, nor with a raw time zone', async () => {
    await using run = await runKitos();
    await gather(run.client.usages(id.org));
    expect(run.kitos.log().at(-1)?.query).toMatchObject({ changedSinceGtEq: '1970-01-01T00:00:00.0000000Z', organizationUuid: id.org });
  });

  test.each([0, 251, 1.5])('a page size of %d is refused before anything is sent', (pageSize) => {
    expect(() =>
      createKitosClient({ settings: settingsFor('http://127.0.0.1:9', { pageSize }), logger: { debug: () => undefined } }),
    ).toThrow(RangeError);
  });
});
