import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openWorld, type CliWorld } from './support/cli-world.ts';

// Each call is a process of its own, and a busy machine takes seconds to start one.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let world: CliWorld;
beforeAll(async () => {
  world = await openWorld({ units: 8, employees: 12 });
});
afterAll(() => world.close());

/** A port of loopback on which nobody listens. */
const nobody = 'http://127.0.0.1:9';

describe('os2bridge check', () => {
  test('is green when everything is there', async () => {
    const { code, stdout, stderr } = await world.spawn(['check']);
    expect(stdout).not.toContain('✗');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/✓ Redis .*noeviction[\s\S]*✓ OS2MO login[\s\S]*✓ Top unit[\s\S]*✓ OS2sync[\s\S]*Everything is fine/);
    expect(stdout).not.toContain('a key for tests');
  });

  test('answers in JSON', async () => {
    expect(await world.json(['check'])).toMatchObject({
      code: 0,
      answer: { ok: true, checks: expect.arrayContaining([expect.objectContaining({ id: 'redis', outcome: 'ok' })]) as unknown },
    });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['Redis', { 'redis.url': 'redis://127.0.0.1:9' }, /✗ Redis .*redis\.url/],
    ['OS2MO', { 'mora.base': nobody }, /✗ OS2MO login .*OS2MO/],
    ['OS2sync', { 'os2sync.api_url': `${nobody}/api` }, /✗ OS2sync .*OS2sync/],
  ])('is red and ends with 3 when %s is down', async (_name, keys, line) => {
    const { code, stdout } = await world.spawn(['check'], keys);
    expect(code).toBe(3);
    expect(stdout).toMatch(line);
  });

  test('a top unit that is not there ends with 2', async () => {
    const { code, stdout } = await world.spawn(['check'], { 'os2sync.top_unit_uuid': '0b1c7c1e-5a55-4c0e-9a51-6d1f0a9e4c01' });
    expect(code).toBe(2);
    expect(stdout).toMatch(/✗ Top unit .*unknown to OS2MO\n\s+→ Set os2sync\.top_unit_uuid/);
  });
});

describe('a connection that is down ends every command with 3 and one line', () => {
  test('Redis', async () => {
    const { code, stdout, stderr } = await world.spawn(['status'], { 'redis.url': 'redis://127.0.0.1:9' });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^os2bridge: Redis at 127\.0\.0\.1:9 does not answer[^\n]*\n$/);
  });

  test('OS2MO, for a plan, which then leaves no file', async () => {
    const { code, stdout, stderr } = await world.run(['plan', '--out', join(world.folder, 'plan.ndjson')], { 'mora.base': nobody });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^os2bridge: OS2MO could not be read[^\n]*\n$/);
    for (const name of ['plan.ndjson', 'plan.ndjson.part']) expect(existsSync(join(world.folder, name))).toBe(false);
  });

  test('OS2MO, for a sync that is waited for', async () => {
    await world.startWorker();
    world.mo.setFaults([{ kind: 'http-500' }]);
    const { code, answer } = await world.json(['sync', '--all', '--wait']);
    world.mo.setFaults([]);
    expect(code).toBe(3);
    expect(answer).toMatchObject({ run: { state: 'failed', code: 'mo-down' } });
  });
});
