import type { RunRecord } from '@os2bridge/jobs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openWorld, type CliWorld } from './support/cli-world.ts';
import { expectNoPersonalData } from './support/personal-data.ts';

// Each call is a process of its own, and a busy machine takes seconds to start one.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let world: CliWorld;
let failed: RunRecord;
beforeAll(async () => {
  world = await openWorld({ units: 10, employees: 20 });
  await world.startWorker();
});
afterAll(() => world.close());

describe('objects that fail', () => {
  test('end a sync with 1; runs says which and why', async () => {
    world.os2sync.addFaults({ kind: 'http-400-text', text: 'UserId is null or empty', match: { method: 'POST', kind: 'user' }, times: 2 });
    const { code, stdout } = await world.run(['sync', '--all', '--wait']);
    expect(code).toBe(1);
    expect(stdout).toContain('2 failed');
    [failed] = (await world.bridge.runs.list(1)) as [RunRecord];

    const shown = await world.run(['runs', failed.id]);
    expect(shown.stdout.match(/^failed +user .*OS2sync refused it: UserId is null or empty/gm)).toHaveLength(2);
    expectNoPersonalData(shown.stdout, world.dataset);
    expect(await world.json(['runs', failed.id])).toMatchObject({
      answer: { run: { state: 'partial' }, failures: [{ verdict: 'failed' }, { verdict: 'failed' }] },
    });
    expect((await world.run(['status'])).stdout).toContain('keeps 2 failed jobs');
  });

  test('retry leaves those of other runs alone', async () => {
    expect(await world.json(['retry', 'another-run'])).toEqual({ code: 0, answer: { retried: 0, left: 2 } });
  });

  test('retry puts them back, and then nothing is left to send', async () => {
    expect(await world.json(['retry', failed.id])).toEqual({ code: 0, answer: { retried: 2, left: 0 } });
    expect(await world.json(['sync', '--all', '--wait'])).toMatchObject({ code: 0, answer: { run: { state: 'done' } } });
    expect(await world.bridge.queues.objects.getFailedCount()).toBe(0);
    expect(await world.json(['plan', '--only', 'create,update,error'])).toMatchObject({ code: 0, answer: { rows: [] } });
  });
});
