import { eventually } from '@os2bridge/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { crowded, harbourTown, without, harbour } from './support/harbour.ts';
import { openPipeline, PATIENCE, type Pipeline } from './support/open-pipeline.ts';
import { sentWithTwoContents } from './support/sent-with-two-contents.ts';

const CLERKS = 40;
const OBJECTS = 4 + 3 + CLERKS;
/** A run that lasts long enough to be cut: one request at a time. */
const slowly = { 'os2sync.concurrency': 1 } as const;

let here: Pipeline;
afterEach(() => here.reset());
afterAll(() => here.close());

const sentSome = () => eventually(() => expect(here.os2sync.stats().posts).toBeGreaterThan(8), { ...PATIENCE, intervalMs: 2 });

describe('a Redis that keeps what it holds', () => {
  beforeAll(async () => {
    here = await openPipeline({ appendonly: true, dataset: crowded(CLERKS) });
  });

  test('when it is restarted in the middle of a run, the run goes on to its end', async () => {
    await here.work(slowly);
    const { id } = await here.ask();
    await sentSome();
    await here.stage.redis.restart();
    expect(await here.until(id)).toMatchObject({ state: 'done', pending: 0, counters: { failed: 0 } });
    expect(here.os2sync.state()).toMatchObject({ orgunits: { length: 4 }, users: { length: 3 + CLERKS } });
    expect(sentWithTwoContents(here.os2sync)).toEqual([]);
    expect(here.os2sync.stats().deletes).toBe(0);
    expect(await here.sync()).toMatchObject({ state: 'done', counters: { unchanged: OBJECTS, jobs: 0 } });
    // A job whose end was in the air at that moment is taken for stalled after 15 to 20 s and done again.
  }, 60_000);

  test('jobs that somebody removed from the queue are added again, and the run ends', async () => {
    await here.work();
    await here.bridge.queues.objects.pause();
    const { id } = await here.ask();
    await here.until(id, 'applying');
    await here.bridge.queues.objects.drain();
    await here.bridge.queues.objects.resume();
    expect(await here.until(id)).toMatchObject({ state: 'done', pending: 0, counters: { sent: OBJECTS } });
  }, 60_000);
});

describe('a Redis that loses what it holds', () => {
  beforeAll(async () => {
    await here.close();
    here = await openPipeline({ dataset: crowded(CLERKS) });
  });

  test('when it is restarted in the middle of a run, the run is gone, nothing is deleted, and the next run sends what is missing', async () => {
    await here.work(slowly);
    await here.sync();
    here.mo.load(without(crowded(CLERKS), harbour.jornsJob));
    here.os2sync.clearLog();
    here.os2sync.resetStats();
    const { id } = await here.ask({ force: true });
    await sentSome();
    await here.stage.redis.restart();
    await eventually(async () => expect(await here.bridge.runs.get(id)).toBeNull(), PATIENCE);
    expect(await here.sync()).toMatchObject({ state: 'done', counters: { failed: 0, deleted: 0 } });
    expect(here.os2sync.stats().deletes).toBe(0);
    // What was remembered is lost, and with it that Jørn was sent: he stays until somebody washes.
    expect(here.os2sync.state()).toMatchObject({ orgunits: { length: 4 }, users: { length: 3 + CLERKS } });
    expect(sentWithTwoContents(here.os2sync)).toEqual([]);
    expect(await here.sync()).toMatchObject({ state: 'done', counters: { unchanged: OBJECTS - 1, jobs: 0 } });
  });

  test('it is told again that only one run goes at a time', async () => {
    await here.work();
    await here.stage.redis.restart();
    await eventually(async () => expect(await here.bridge.queues.runs.getGlobalConcurrency()).toBe(1), PATIENCE);
  });

  test('a run that is asked for while Redis is away is noted when it is back', async () => {
    here.mo.load(harbourTown);
    await here.work();
    await here.stage.redis.stop();
    const asked = here.ask();
    await here.stage.redis.restart();
    expect(await here.until((await asked).id)).toMatchObject({ state: 'done', counters: { sent: 7 } });
  });
});
