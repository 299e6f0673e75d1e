import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, freePort, spawnNode, type NodeProcess } from '@os2bridge/testing';
import { describe, expect, test, type TestContext } from 'vitest';
import { crowded, harbour, without } from './support/harbour.ts';
import { openPipeline, PATIENCE, type Pipeline } from './support/open-pipeline.ts';
import { sentWithTwoContents } from './support/sent-with-two-contents.ts';
import { uuid } from './support/small-town.ts';

const CLERKS = 30;
const OBJECTS = 4 + 3 + CLERKS;
const LONG = 90_000;

/** A town of its own for every test: these wait for one another's processes otherwise. Requests take a while, so that there is a middle to be hit. */
const open = async ({ onTestFinished }: TestContext, settings: object = {}): Promise<Pipeline> => {
  const here = await openPipeline({ dataset: crowded(CLERKS), settings: { 'os2sync.concurrency': 2, ...settings } });
  onTestFinished(() => here.close());
  here.os2sync.addFaults({ kind: 'slow-ms', ms: 40 });
  return here;
};
const spawn = async (here: Pipeline): Promise<NodeProcess> => {
  const worker = here.stage.spawn('os2sync-worker');
  await eventually(() => expect(worker.output()).toContain('taking jobs'), PATIENCE);
  return worker;
};
const sentSome = (here: Pipeline, more = 10) =>
  eventually(() => expect(here.os2sync.stats().posts).toBeGreaterThan(more), { ...PATIENCE, intervalMs: 15 });
const ended = (here: Pipeline, run: string) =>
  eventually(
    async () => {
      const record = await here.bridge.runs.get(run);
      expect(record?.finishedAt ?? null).not.toBeNull();
      return record;
    },
    { timeoutMs: 60_000 },
  );

/** Every object is in FK Organisation, and whatever was posted twice was posted with the same content. */
const expectComplete = (here: Pipeline) => {
  expect(here.os2sync.state()).toMatchObject({ orgunits: { length: 4 }, users: { length: 3 + CLERKS } });
  expect(sentWithTwoContents(here.os2sync)).toEqual([]);
  expect(here.os2sync.stats()).toMatchObject({ deletes: 0, maxInFlightPerUuid: 1 });
};

// The waiting for a dead worker's locks takes 15 to 20 s: it is done side by side.
describe.concurrent('worker processes', () => {
  test(
    'a worker killed while its jobs run is replaced by another, and nothing is sent with two contents',
    { timeout: LONG },
    async (context) => {
      const here = await open(context);
      const first = await spawn(here);
      const { id } = await here.ask();
      await here.until(id, 'applying');
      await sentSome(here);
      await first.kill();
      await spawn(here);
      expect(await ended(here, id)).toMatchObject({ state: 'done', pending: 0, counters: { failed: 0 } });
      expectComplete(here);
      expect(await here.bridge.queues.objects.getFailedCount()).toBe(0);
    },
  );

  test('a worker killed while it plans: another takes the run over and ends it', { timeout: LONG }, async (context) => {
    const here = await open(context, { 'mora.page_size': 10 });
    here.mo.setFaults([{ kind: 'slow-ms', ms: 400, match: 'AllPersons' }]);
    const first = await spawn(here);
    const { id } = await here.ask();
    await here.until(id, 'planning');
    await sentSome(here, 0);
    expect((await here.bridge.runs.get(id))?.state).toBe('planning');
    await first.kill();
    await spawn(here);
    expect(await ended(here, id)).toMatchObject({ state: 'done', pending: 0, counters: { failed: 0, users: 3 + CLERKS } });
    expectComplete(here);
  });

  test(
    'a worker killed while it deletes: another deletes the rest of what was approved, and nothing else',
    { timeout: LONG },
    async (context) => {
      const here = await open(context);
      const first = await spawn(here);
      const one = await here.ask();
      await ended(here, one.id);
      const leaving = Array.from({ length: 6 }, (_, n) => uuid(5000 + n));
      here.mo.load(without(crowded(CLERKS), ...leaving, harbour.jornsJob));
      here.os2sync.addFaults({ kind: 'slow-ms', ms: 300, match: { method: 'DELETE' } });
      const { id } = await here.ask();
      await eventually(() => expect(here.os2sync.stats().deletes).toBeGreaterThan(0), { ...PATIENCE, intervalMs: 15 });
      await first.kill();
      await spawn(here);
      expect(await ended(here, id)).toMatchObject({ state: 'done', pending: 0, counters: { failed: 0 } });
      expect(here.os2sync.state()).toMatchObject({ orgunits: { length: 4 }, users: { length: CLERKS - 4 } });
    },
  );

  test('a worker that is stopped in the middle of a run gives it back, and another ends it at once', { timeout: LONG }, async (context) => {
    const here = await open(context, { 'mora.page_size': 10 });
    here.mo.setFaults([{ kind: 'slow-ms', ms: 400, match: 'AllPersons' }]);
    const first = await spawn(here);
    const { id } = await here.ask();
    await here.until(id, 'planning');
    await sentSome(here, 0);
    expect(await first.stop(25_000)).toEqual({ code: 0, signal: null });
    expect((await here.bridge.runs.get(id))?.finishedAt).toBeNull();
    await spawn(here);
    expect(await ended(here, id)).toMatchObject({ state: 'done', pending: 0, counters: { failed: 0 } });
    expectComplete(here);
  });

  test.for([2, 3])('%i worker processes share the work, and no object is in two hands', { timeout: LONG }, async (count, context) => {
    const here = await open(context);
    const workers = await Promise.all(Array.from({ length: count }, () => spawn(here)));
    const { id } = await here.ask();
    expect(await ended(here, id)).toMatchObject({ state: 'done', counters: { sent: OBJECTS, failed: 0 } });
    expectComplete(here);
    expect(here.os2sync.log()).toHaveLength(OBJECTS);
    for (const worker of workers) expect(worker.output()).toContain('synchronised');
    const endings = await Promise.all(workers.map((worker) => worker.stop(25_000)));
    expect(endings.map(({ code }) => code)).toEqual(Array(count).fill(0));
  });

  test('a worker that is started without Redis ends with code 3 and says what to look at', { timeout: LONG }, async (context) => {
    const { stage } = await open(context);
    const settings: unknown = JSON.parse(readFileSync(stage.settingsFile, 'utf8'));
    const path = join(stage.folder, 'no-redis.json');
    const port = await freePort();
    writeFileSync(path, JSON.stringify({ ...(settings as object), 'redis.url': `redis://:et-kodeord@127.0.0.1:${port}` }));
    const worker = spawnNode(new URL('../../../apps/os2sync-worker/src/main.ts', import.meta.url), { env: { OS2BRIDGE_SETTINGS: path } });
    expect((await worker.exited).code).toBe(3);
    const errors = worker
      .output()
      .split('\n')
      .filter((line) => line.includes('does not answer'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`Redis at 127.0.0.1:${port} does not answer. Is it running, and is redis.url right`);
    expect(worker.output()).not.toContain('et-kodeord');
  });
});
