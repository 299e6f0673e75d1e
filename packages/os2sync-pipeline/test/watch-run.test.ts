import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBridgeWorkers, startRun, watchRun, type RunView } from '@os2bridge/os2sync-pipeline';
import { openTown, type Town } from './support/open-town.ts';
import { town } from './support/small-town.ts';

let here: Town;
beforeAll(async () => {
  here = await openTown();
});
afterAll(() => here.close());

const scope = { kind: 'objects', orgunits: [town.harbour], users: [], force: false } as const;

test('a run nobody works on is said to be unattended, and watching it can be called off', async () => {
  const run = await startRun(here.bridge, scope, 'test');
  const stop = new AbortController();
  const views: RunView[] = [];
  for await (const view of watchRun(here.bridge, run.id, { signal: stop.signal, intervalMs: 10 })) {
    views.push(view);
    if (views.length === 3) stop.abort();
  }
  expect(views).toHaveLength(3);
  expect(views[0]).toMatchObject({ unattended: true, record: { state: 'waiting' } });
  expect((await here.bridge.runs.get(run.id))?.state).toBe('waiting');
});

test('a run is watched to its end', async () => {
  const worker = await startBridgeWorkers(here.bridge);
  try {
    const run = await startRun(here.bridge, { ...scope, orgunits: [town.top] }, 'test');
    let last: RunView | null = null;
    for await (const view of watchRun(here.bridge, run.id, { intervalMs: 20 })) last = view;
    expect(last?.record).toMatchObject({ state: 'done', pending: 0, counters: { sent: 1, failed: 0 } });
  } finally {
    await worker.close();
  }
});

test('a run that is not there is an error', async () => {
  await expect(watchRun(here.bridge, 'nothing', { intervalMs: 10 }).next()).rejects.toThrow(/no run nothing/);
});
