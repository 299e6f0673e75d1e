import { startBridgeWorkers, startRun } from '@os2bridge/os2sync-pipeline';
import { freePort } from '@os2bridge/testing';
import type { RunRecord } from '@os2bridge/jobs';
import type { DatasetInput } from '@os2bridge/simulators';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { harbour, harbourSettings, harbourTown, without } from './support/harbour.ts';
import { FULL, openPipeline, type Pipeline } from './support/open-pipeline.ts';
import { openTown } from './support/open-town.ts';
import { rememberedBy } from './support/remembered-by.ts';

let here: Pipeline;
beforeAll(async () => {
  here = await openPipeline({ settings: { 'mora.page_size': 2 } });
});
afterEach(() => here.reset());
afterAll(() => here.close());

const withoutJorn = without(harbourTown, harbour.jornsJob);
type Faults = Parameters<Pipeline['mo']['setFaults']>[0];

interface BadDay {
  /** What goes wrong while OS2MO is asked. */
  readonly faults?: Faults;
  /** What OS2MO holds on that day; by default one employee less, so that there would be something to delete. */
  readonly dataset?: DatasetInput;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * A day on which OS2MO fails after a good one: the run is failed, FK Organisation and the memory are as they were. And the day after: the next run
 * does what the failed one could not. Answers the failed run.
 */
const badDay = async ({ faults = [], dataset = withoutJorn, settings = {} }: BadDay): Promise<RunRecord> => {
  await here.work();
  await here.sync();
  const [held, remembered] = [here.os2sync.state(), await rememberedBy(here.bridge)];
  await here.work(settings);
  here.mo.load(dataset);
  here.mo.setFaults(faults);
  const failed = await here.sync();
  expect(failed).toMatchObject({ state: 'failed', counters: { sent: 0, deleted: 0 } });
  expect(here.os2sync.stats().deletes).toBe(0);
  expect(here.os2sync.state()).toEqual(held);
  expect(await rememberedBy(here.bridge)).toEqual(remembered);

  here.mo.setFaults([]);
  here.mo.load(withoutJorn);
  await here.work();
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 0, deleted: 1, failed: 0 } });
  expect(here.os2sync.state().users.map(({ Uuid }) => Uuid)).toEqual([harbour.soren, harbour.ase]);
  return failed;
};

test('an OS2MO that cannot be reached fails the run and deletes nothing', async () => {
  const run = await badDay({ settings: { 'mora.base': `http://127.0.0.1:${await freePort()}` } });
  expect(run).toMatchObject({ code: 'mo-down', message: expect.stringContaining('ECONNREFUSED') });
});

test('an OS2MO that answers 500 fails the run and deletes nothing', async () => {
  const run = await badDay({ faults: [{ kind: 'http-500' }] });
  expect(run).toMatchObject({ code: 'mo-down', message: expect.stringContaining('HTTP 500') });
});

test('a proxy that answers 502 for persons only fails the run and deletes nothing', async () => {
  const run = await badDay({ faults: [{ kind: 'http-502', match: 'AllPersons' }] });
  expect(run).toMatchObject({ code: 'mo-down', message: expect.stringContaining('HTTP 502') });
});

test('an OS2MO that does not answer in time fails the run and deletes nothing', async () => {
  const run = await badDay({ faults: [{ kind: 'hang', match: 'Engagements' }], settings: { 'mora.timeout': 1 } });
  expect(run).toMatchObject({ code: 'mo-down', message: expect.stringContaining('no answer within 1 seconds') });
});

test('an answer that is cut off fails the run and deletes nothing', async () => {
  const run = await badDay({ faults: [{ kind: 'truncated', match: 'Engagements' }] });
  expect(run.code).toBe('mo-down');
});

test('an answer that is no JSON fails the run and deletes nothing', async () => {
  const run = await badDay({ faults: [{ kind: 'bad-json', match: 'Units' }] });
  expect(run).toMatchObject({ code: 'mo-down', message: expect.stringContaining('no JSON') });
});

test('a login that is refused under HTTP 200 fails the run, says to check the client, and deletes nothing', async () => {
  const run = await badDay({ faults: [{ kind: 'unauthenticated' }] });
  expect(run).toMatchObject({ code: 'mo-login', message: expect.stringContaining('check the client') });
});

test('a refusal in the middle of the persons fails the run and deletes nothing', async () => {
  const run = await badDay({ faults: [{ kind: 'unauthenticated', match: 'AllPersons' }] });
  expect(run.code).toBe('mo-login');
});

test('an expired class that nulls a unit’s current state is an error, never an ended unit', async () => {
  const run = await badDay({ faults: [{ kind: 'null-current', match: 'Units' }] });
  expect(run).toMatchObject({ code: 'mo-answer', message: expect.stringContaining(`look at object ${harbour.top} in OS2MO`) });
});

test('an expired class that nulls an engagement is an error, never a person without position', async () => {
  const run = await badDay({ faults: [{ kind: 'null-current', match: 'Engagements' }] });
  expect(run.code).toBe('mo-answer');
});

test('accounts that cannot be read are an error, never persons without an FK uuid of their own', async () => {
  const run = await badDay({ faults: [{ kind: 'graphql-error', match: 'PersonAccounts' }] });
  expect(run.code).toBe('mo-answer');
});

test('a page of units that fails in the middle fails the run and deletes nothing', async () => {
  const run = await badDay({ faults: [{ kind: 'http-500', match: 'Units', afterPages: 1 }] });
  expect(run.code).toBe('mo-down');
});

test('a page of persons that fails in the middle fails the run and deletes nothing', async () => {
  const run = await badDay({ faults: [{ kind: 'http-500', match: 'AllPersons', afterPages: 1 }] });
  expect(run).toMatchObject({ code: 'mo-down', message: expect.stringContaining('AllPersons') });
});

test('a top unit that is gone is an empty tree: the run fails, names the setting, and deletes nothing', async () => {
  const run = await badDay({ dataset: without(harbourTown, harbour.top) });
  expect(run).toMatchObject({ code: 'deletions-refused', message: expect.stringContaining('os2sync.top_unit_uuid') });
});

test('a top unit that has ended fails the run and deletes nothing', async () => {
  const [top, ...others] = harbourTown.org_units;
  const run = await badDay({ dataset: { ...harbourTown, org_units: [{ ...top!, to: '2026-01-01' }, ...others] } });
  expect(run.code).toBe('deletions-refused');
});

test('an OS2MO without any unit fails the run and deletes nothing', async () => {
  expect((await badDay({ dataset: { ...harbourTown, org_units: [] } })).code).toBe('deletions-refused');
});

test('an OS2MO without any person fails the run, says to check the roles, and deletes nothing', async () => {
  const run = await badDay({ dataset: { ...harbourTown, persons: [], engagements: [], itusers: [], addresses: [] } });
  expect(run).toMatchObject({
    code: 'deletions-refused',
    message: expect.stringContaining('returned no persons; none of 3 deletions is done'),
  });
});

test('what was planned before a page failed is sent nevertheless, once', async () => {
  here.mo.setFaults([{ kind: 'http-500', match: 'AllPersons', afterPages: 1 }]);
  await here.work();
  expect((await here.sync()).state).toBe('failed');
  here.mo.setFaults([]);
  expect((await here.sync()).state).toBe('done');
  const uuids = here.os2sync.log().map(({ uuid }) => uuid);
  expect(uuids).toHaveLength(7);
  expect(new Set(uuids).size).toBe(7);
});

test('an object that cannot be read when its turn comes fails alone, and the next run sends it', async () => {
  await here.work();
  await here.bridge.queues.objects.pause();
  const { id } = await here.ask();
  await here.until(id, 'applying');
  here.mo.setFaults([{ kind: 'http-500', match: 'Persons' }]);
  await here.bridge.queues.objects.resume();
  expect(await here.until(id)).toMatchObject({ state: 'partial', counters: { sent: 4, failed: 3 } });
  here.mo.setFaults([]);
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { create: 3, sent: 3, unchanged: 4 } });
});

test('an answer with an error in it is asked for again at once, object by object, so that one broken object fails alone', async () => {
  await here.work({ 'os2bridge.retry_attempts': 1 });
  await here.bridge.queues.objects.pause();
  const { id } = await here.ask();
  await here.until(id, 'applying');
  here.mo.setFaults([{ kind: 'null-current', match: 'Persons', times: 1 }]);
  await here.bridge.queues.objects.resume();
  expect(await here.until(id)).toMatchObject({ state: 'done', counters: { sent: 7, failed: 0 } });
});

test('a login without the role for engagements fails the run and names the role', async () => {
  const clients = [
    { clientId: 'all', clientSecret: 'en-hemmelighed' },
    {
      clientId: 'few',
      clientSecret: 'en-hemmelighed',
      roles: ['read_org_unit', 'read_class', 'read_itsystem', 'read_ituser', 'read_address', 'read_org', 'read_kle', 'read_employee'],
    },
  ];
  const town = await openTown({ auth: { clients } });
  try {
    town.mo.load(harbourTown);
    const login = {
      ...harbourSettings,
      'mora.auth.server': `${town.mo.url}/auth`,
      'mora.auth.client_secret': 'en-hemmelighed',
      'mora.auth.client_id': 'few',
    };
    const bridge = town.withSettings(login, 'waits');
    const workers = await startBridgeWorkers(bridge);
    const { id } = await startRun(bridge, FULL, 'a test');
    const run = await here.until(id, 'failed', bridge);
    await workers.close();
    expect(run).toMatchObject({ code: 'mo-role', message: expect.stringContaining('read_engagement') });
    expect(town.os2sync.stats().deletes).toBe(0);
  } finally {
    await town.close();
  }
});
