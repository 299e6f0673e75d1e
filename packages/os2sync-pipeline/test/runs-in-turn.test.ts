import { applySchedule, nextRun, startBridgeWorkers } from '@os2bridge/os2sync-pipeline';
import { eventually } from '@os2bridge/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPipeline, PATIENCE, type Pipeline } from './support/open-pipeline.ts';

let here: Pipeline;
beforeAll(async () => {
  here = await openPipeline();
});
afterEach(() => here.reset());
afterAll(() => here.close());

const everySecond = { 'crontab.RUN_OS2SYNC': true, 'os2sync.cron': '* * * * * ?' } as const;
const scheduledRuns = async () => (await here.bridge.runs.list(100)).filter(({ trigger }) => trigger === 'schedule');
/** What the cron adds, but now. */
const comeDue = () => here.bridge.queues.add('scheduled-run', { kind: 'full' }, { attempts: 2 });

test('a run that is asked for while another one runs waits for its end, whoever could take it', async () => {
  await here.work();
  const others = await startBridgeWorkers(here.bridge);
  try {
    await here.bridge.queues.objects.pause();
    const first = await here.ask();
    await here.until(first.id, 'applying');
    const second = await here.ask();
    await here.bridge.queues.objects.resume();
    const [one, two] = [await here.until(first.id), await here.until(second.id)];
    expect([one.state, two.state]).toEqual(['done', 'done']);
    expect(Date.parse(two.startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(one.finishedAt ?? ''));
    expect(two.counters).toMatchObject({ unchanged: 7, sent: 0 });
  } finally {
    await others.close();
  }
});

test('the cron makes runs, one after the other', async () => {
  const bridge = await here.work(everySecond);
  expect((await applySchedule(bridge)).next?.getTime()).toBeGreaterThan(Date.now() - 1_000);
  const [second, first] = await eventually(async () => {
    const runs = (await scheduledRuns()).filter(({ state }) => state === 'done');
    expect(runs.length).toBeGreaterThan(1);
    return runs.slice(-2);
  }, PATIENCE);
  expect(first).toMatchObject({ requestedBy: 'schedule', counters: { sent: 7 } });
  expect(Date.parse(second?.startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(first?.finishedAt ?? ''));
});

test('schedules that the settings do not know are removed, and ours when it is switched off', async () => {
  const { queues } = here.connect(everySecond);
  await queues.runs.upsertJobScheduler('of-an-older-release', { pattern: '0 3 * * *' }, { name: 'long-gone' });
  await applySchedule(here.bridge);
  expect((await queues.runs.getJobSchedulers()).map(({ key }) => key)).toEqual(['full-sync']);
  await applySchedule(here.connect({ 'crontab.RUN_OS2SYNC': false }));
  expect(await nextRun(queues.runs)).toBeNull();
});

test('a scheduled run that OS2MO fails tries again as the same run', async () => {
  await here.work();
  here.mo.setFaults([{ kind: 'http-500', match: 'AllPersons', times: 1 }]);
  await comeDue();
  const [run, ...others] = await eventually(async () => {
    const runs = await scheduledRuns();
    expect(runs[0]?.state).toBe('done');
    return runs;
  }, PATIENCE);
  expect(others).toEqual([]);
  expect(run).toMatchObject({ message: null, code: null, counters: { sent: 7 } });
});

test('a scheduled run that cannot log in ends after its attempts and says why, and keeps nobody waiting', async () => {
  await here.work();
  here.mo.setFaults([{ kind: 'unauthenticated' }]);
  await comeDue();
  const [run] = await eventually(async () => {
    const runs = await scheduledRuns();
    expect(runs[0]?.state).toBe('failed');
    return runs;
  }, PATIENCE);
  expect(run).toMatchObject({ code: 'mo-login', message: expect.stringContaining('check the client') });
  here.mo.setFaults([]);
  expect((await here.sync()).state).toBe('done');
});

test('a job of another release fails at once and says so, and does not stop the queue', async () => {
  await here.work();
  await here.bridge.queues.objects.add('verify-object', { anything: 1 });
  await eventually(
    async () => expect((await here.bridge.queues.objects.getFailed())[0]?.failedReason).toContain('written by another version'),
    PATIENCE,
  );
  expect((await here.sync()).state).toBe('done');
});
