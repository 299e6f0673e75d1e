import { leakGuard } from '@os2bridge/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { startKitosSimulator } from '../../src/index.ts';
import { id, NOON, runKitos, smallTown } from './helpers.ts';

const guard = leakGuard();
afterAll(() => guard.check());

type Run = Awaited<ReturnType<typeof runKitos>>;
const post = (run: Run, path: string, body?: unknown, method = 'POST') =>
  run.send(`/_sim/${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
const get = async <Seen = unknown>(run: Run, path: string): Promise<Seen> => JSON.parse((await run.send(`/_sim/${path}`)).text);

describe('by HTTP', () => {
  test('changes are made, one or several, and refused with the reason', async () => {
    await using run = await runKitos();
    expect((await post(run, 'changes', { kind: 'rename-system', system: id.system(1), name: 'Løn 2' })).status).toBe(200);
    expect(
      (
        await post(run, 'changes', [
          { kind: 'delete-usage', usage: id.usage(1) },
          { kind: 'delete-usage', usage: id.usage(3) },
        ])
      ).status,
    ).toBe(200);
    expect(await post(run, 'changes', { kind: 'delete-usage', usage: id.usage(1) })).toMatchObject({
      status: 409,
      text: expect.stringContaining(id.usage(1)),
    });
    expect(await post(run, 'changes', { kind: 'explode' })).toMatchObject({ status: 400 });
    expect(await get(run, 'dataset')).toMatchObject({ deletions: [{ uuid: id.usage(1) }, { uuid: id.usage(3) }] });
  });

  test('slow transactions begin and end', async () => {
    await using run = await runKitos();
    await post(run, 'late-changes', { kind: 'rename-system', system: id.system(1), name: 'Løn 2' });
    expect(await run.see(`it-systems/${id.system(1)}`)).toMatchObject({ name: 'Løn' });
    await post(run, 'commit');
    expect(await run.see(`it-systems/${id.system(1)}`)).toMatchObject({ name: 'Løn 2', lastModified: NOON });
  });

  test('clock, account and tokens are set', async () => {
    await using run = await runKitos();
    await post(run, 'now', { now: '2026-12-24T00:00:00Z' });
    expect((await run.ask('organizations')).status).toBe(401);
    await post(run, 'now', { now: NOON });
    await post(run, 'account', { apiAccess: false });
    expect((await run.ask('organizations')).status).toBe(403);
    await post(run, 'account', { apiAccess: true });
    await post(run, 'expire-tokens');
    expect((await run.ask('organizations')).status).toBe(401);
  });

  test('the dataset that is shown makes the same Kitos again', async () => {
    await using run = await runKitos();
    await post(run, 'changes', { kind: 'assign-role', usage: id.usage(1), user: id.user(2), role: id.role(1) });
    const before = await run.see('it-system-usages');
    const dataset = await get(run, 'dataset');
    await post(run, 'dataset', smallTown({ usages: [] }), 'PUT');
    expect(await run.see('it-system-usages')).toEqual([]);
    expect((await post(run, 'dataset', dataset, 'PUT')).status).toBe(200);
    expect(await run.see('it-system-usages')).toEqual(before);
  });

  test('statistics and log tell what was asked, not the back door', async () => {
    await using run = await runKitos();
    await post(run, 'reset-stats');
    await run.login({ password: 'forkert' });
    await run.see(`it-system-usages?organizationUuid=${id.org(1)}&page=0`);
    expect(await get(run, 'stats')).toMatchObject({
      requests: 2,
      refusedLogins: 1,
      rows: 2,
      maxInFlight: 1,
      byOperation: { login: 1, usages: 1, users: 0 },
    });
    expect(await get(run, 'log')).toMatchObject([
      { method: 'POST', operation: 'login', authorised: false, status: 401 },
      { path: '/api/v2/it-system-usages', query: { organizationUuid: id.org(1), page: '0' }, authorised: true, status: 200 },
    ]);
  });
});

describe('faults', () => {
  test('hit an operation, a page, after some and so often', async () => {
    await using run = await runKitos();
    run.kitos.addFaults({ kind: 'http-503', operation: 'usages', page: 1, after: 1, times: 1, retryAfter: 7 });
    const statuses = [];
    for (const path of [
      'it-systems?page=1',
      'it-system-usages?page=0',
      'it-system-usages?page=1',
      'it-system-usages?page=1',
      'it-system-usages?page=1',
    ])
      statuses.push((await run.ask(path)).status);
    expect(statuses).toEqual([200, 200, 200, 503, 200]);
    expect(await get(run, 'faults')).toMatchObject([{ used: 1 }]);
  });

  test('are ordered and cleared by HTTP, and nobody’s are refused', async () => {
    await using run = await runKitos();
    await post(run, 'faults', [{ kind: 'http-500' }]);
    expect((await run.ask('organizations')).status).toBe(500);
    await post(run, 'faults', undefined, 'DELETE');
    expect((await run.ask('organizations')).status).toBe(200);
    expect((await post(run, 'faults', { kind: 'earthquake' })).status).toBe(400);
  });

  test('cut connections and bodies, and break JSON', async () => {
    await using run = await runKitos();
    run.kitos.addFaults({ kind: 'drop-connection', times: 1 }, { kind: 'truncated', times: 1 }, { kind: 'bad-json', times: 1 });
    await expect(run.ask('organizations')).rejects.toThrow('fetch failed');
    await expect(run.ask('organizations')).rejects.toThrow('terminated');
    await expect(run.see('organizations')).rejects.toThrow('JSON');
  });

  test('a request that hangs does not keep the simulator from closing', async () => {
    const kitos = await startKitosSimulator();
    kitos.addFaults({ kind: 'hang' });
    const hanging = fetch(`${kitos.url}/api/v2/organizations`).catch(() => 'cut');
    await expect.poll(() => kitos.stats().requests).toBe(1);
    await kitos.close();
    expect(await hanging).toBe('cut');
  });

  test('latency and slowness delay the answer', async () => {
    await using run = await runKitos({ latency: { perRequestMs: 20 } });
    run.kitos.addFaults({ kind: 'slow-ms', ms: 30, times: 1 });
    const started = performance.now();
    await run.ask('organizations');
    expect(performance.now() - started).toBeGreaterThan(45);
  });
});

describe('the newer version', () => {
  test('has microseconds, other refusals and other parts of gdpr', async () => {
    const dataset = smallTown({ usages: [{ uuid: id.usage(1), system: id.system(1), lastModified: '2026-02-01T10:00:00.1234567Z' }] });
    await using run = await runKitos({ version: 'next', dataset });
    const usage = await run.see<{ gdpr: object }>(`it-system-usages/${id.usage(1)}`);
    expect(usage).toMatchObject({
      lastModified: '2026-02-01T10:00:00.123456Z',
      createdAt: expect.any(String),
      gdpr: { processingPurpose: null },
    });
    expect(usage.gdpr).not.toHaveProperty('businessCritical');
    expect(await run.ask(`it-system-usages/${id.usage(9)}`)).toMatchObject({
      status: 404,
      text: '"NotFound"',
      type: expect.stringContaining('json'),
    });
    expect(JSON.parse((await run.ask('it-system-usages?pageSize=251')).text)).toEqual({ 'paginationQuery.pageSize': [expect.any(String)] });
    expect(await run.send('/api/v2/it-systems')).toMatchObject({ status: 401, text: '' });
  });
});
