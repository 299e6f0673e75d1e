import type { RunRecord } from '@os2bridge/jobs';
import type { Fault } from '@os2bridge/simulators';
import { eventually, freePort } from '@os2bridge/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { altered, fkAccount, harbour, harbourTown, joined, without } from './support/harbour.ts';
import { openPipeline, PATIENCE, type Pipeline } from './support/open-pipeline.ts';
import { rememberedBy } from './support/remembered-by.ts';
import { sentWithTwoContents } from './support/sent-with-two-contents.ts';
import { uuid } from './support/small-town.ts';

let here: Pipeline;
beforeAll(async () => {
  here = await openPipeline();
});
afterEach(() => here.reset());
afterAll(() => here.close());

/** Søren's user cannot be written. */
const faulty = (kind: Fault['kind'], more: Omit<Fault, 'kind'> = {}): Fault => ({
  kind,
  match: { method: 'POST', uuid: harbour.soren },
  ...more,
});
const postsOf = (of: string) => here.os2sync.log().filter((one) => one.verb === 'POST' && one.uuid === of).length;
const failuresOf = async (run: RunRecord) => (await here.bridge.runs.changes(run.id)).filter(({ verdict }) => verdict === 'failed');
const rememberedUuids = async () => (await rememberedBy(here.bridge)).map(({ fk }) => fk);

/**
 * A first run in which Søren's user fails: the run is partial, everything else is sent, the failure is listed by uuid, and not remembered as sent.
 * Then a run without the fault sends exactly what is missing. Answers the failure.
 */
const oneFails = async (fault: Fault, settings = {}) => {
  here.os2sync.addFaults(fault);
  await here.work(settings);
  const run = await here.sync();
  expect(run).toMatchObject({ state: 'partial', code: null, counters: { sent: 6, failed: 1 } });
  expect(run.message).toBe(`1 objects failed; the rest is done. See \`os2bridge runs ${run.id}\` for which and why`);
  const [failure, ...others] = await failuresOf(run);
  expect(others).toEqual([]);
  expect(failure).toMatchObject({ kind: 'user', mo: harbour.soren, message: expect.stringContaining(harbour.soren) });
  expect(JSON.stringify(failure)).not.toMatch(/Søren|Skibsbygger|0101700001|sosk|12345670/);
  expect(await rememberedUuids()).not.toContain(harbour.soren);
  const attempts = postsOf(harbour.soren);

  here.os2sync.clearFaults();
  here.os2sync.clearLog();
  await here.work();
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 1, unchanged: 6, failed: 0 } });
  expect(here.os2sync.log().map((one) => one.uuid)).toEqual([harbour.soren]);
  return { reason: failure?.reasons[0], message: failure?.message ?? '', attempts };
};

test('an OS2sync that cannot be reached fails every object after its attempts, and the next run sends them all', async () => {
  await here.work({ 'os2sync.api_url': `http://127.0.0.1:${await freePort()}/api` });
  const run = await here.sync();
  expect(run).toMatchObject({ state: 'partial', counters: { sent: 0, failed: 7 } });
  expect((await failuresOf(run)).map(({ mo, reasons }) => [mo, ...reasons])).toContainEqual([harbour.ase, 'os2sync-down']);
  expect(await rememberedUuids()).toEqual([]);
  await here.work();
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 7 } });
});

test('a 500 that passes is tried again within the run', async () => {
  here.os2sync.addFaults(faulty('http-500', { times: 1 }));
  await here.work();
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 7, failed: 0 } });
  expect(postsOf(harbour.soren)).toBe(2);
});

test('a 500 that lasts fails the object after its attempts', async () => {
  expect(await oneFails(faulty('http-500'))).toMatchObject({ reason: 'os2sync-down', attempts: 2 });
});

test('a 400 with one of OS2sync’s own texts is bad data: no second attempt', async () => {
  const failure = await oneFails(faulty('http-400-text', { text: 'UserId is null or empty' }));
  expect(failure).toMatchObject({ reason: 'os2sync-rejected', attempts: 1 });
  expect(failure.message).toContain('UserId is null or empty');
});

test('a 400 from the database names the column and not the value', async () => {
  const failure = await oneFails(
    faulty('http-400-text', { text: "Incorrect string value: '\\xF0Skibsbygger' for column `os2sync`.`queue_users`.`name` at row 1" }),
  );
  expect(failure).toMatchObject({ reason: 'os2sync-rejected', attempts: 1 });
  expect(failure.message).toContain('column name');
});

test('a 400 without a reason may pass and is tried again', async () => {
  expect(await oneFails(faulty('http-400-empty'))).toMatchObject({ reason: 'os2sync-unclear-400', attempts: 2 });
});

test('a 400 with an unknown text is tried again, and the text is not repeated', async () => {
  const failure = await oneFails(faulty('http-400-text', { text: 'Noget om Søren Skibsbygger gik galt' }));
  expect(failure).toMatchObject({ reason: 'os2sync-unclear-400', attempts: 2 });
});

test('an answer that does not come in time fails the object', async () => {
  const failure = await oneFails(faulty('slow-ms', { ms: 3_000 }), { 'os2sync.timeout': 1 });
  expect(failure).toMatchObject({ reason: 'os2sync-down', attempts: 2 });
  expect(failure.message).toContain('did not answer in time');
});

test('a 200 whose body is a web page is not taken for an acceptance', async () => {
  expect(await oneFails(faulty('bad-json'))).toMatchObject({ reason: 'os2sync-answer', attempts: 2 });
});

test('an answer that is lost is asked for again with the same content', async () => {
  here.os2sync.addFaults(faulty('drop-answer', { times: 1 }));
  await here.work();
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 7 } });
  expect(postsOf(harbour.soren)).toBe(2);
  expect(sentWithTwoContents(here.os2sync)).toEqual([]);
});

test('a 401 lets the queue rest and says why; with the right key the same run goes on to its end', async () => {
  here.os2sync.addFaults({ kind: '401' });
  await here.work();
  const { id } = await here.ask();
  await here.until(id, 'applying');
  const { trouble, queues } = here.bridge;
  const noted = await eventually(async () => {
    const found = await trouble.read(queues.objects.name);
    if (!found) throw new Error('no trouble yet');
    return found;
  }, PATIENCE);
  expect(noted).toMatchObject({ code: 'os2sync-login', message: expect.stringContaining('Check os2sync.api_key and municipality.cvr') });
  expect(await here.bridge.runs.get(id)).toMatchObject({ state: 'applying', counters: { sent: 0, failed: 0 } });
  here.os2sync.clearFaults();
  // The key is put right and the workers are started again; the half minute of rest is not waited for.
  await here.rest();
  await queues.objects.removeRateLimitKey();
  await here.work();
  expect(await here.until(id)).toMatchObject({ state: 'done', counters: { sent: 7, failed: 0 } });
});

test('an OS2sync that says wait is waited for, without using attempts', async () => {
  here.os2sync.addFaults({ kind: 'http-503', retryAfter: 1, times: 3, match: { method: 'POST' } });
  await here.work({ 'os2bridge.retry_attempts': 1 });
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 7, failed: 0 } });
});

test.each([
  ['400', { kind: 'http-400-text', text: 'Object reference not set to an instance of an object.' }],
  ['500', { kind: 'http-500' }],
  ['body that is no JSON', { kind: 'bad-json' }],
] as const)('when reading a unit is answered with a %s nothing is posted for it', async (_name, fault) => {
  here.os2sync.setState({ orgunits: [{ Uuid: harbour.port, Name: 'Havnen', LOSShortName: 'HAVN' }] });
  here.os2sync.addFaults({ ...fault, match: { method: 'GET', uuid: harbour.port } });
  await here.work();
  const run = await here.sync();
  expect(run).toMatchObject({ state: 'partial', counters: { sent: 6, failed: 1 } });
  expect(await failuresOf(run)).toMatchObject([{ kind: 'orgunit', mo: harbour.port }]);
  expect(postsOf(harbour.port)).toBe(0);
  here.os2sync.clearFaults();
  await here.sync();
  expect(here.os2sync.state().orgunits.find(({ Uuid }) => Uuid === harbour.port)?.LOSShortName).toBe('HAVN');
});

test('when the new FK uuid of a person cannot be sent the old one is not deleted', async () => {
  await here.work();
  await here.sync();
  here.mo.load(joined(harbourTown, { itusers: [fkAccount(uuid(511), { person: harbour.jorn }, uuid(913))] }));
  here.os2sync.addFaults({ kind: 'http-500', match: { method: 'POST', uuid: uuid(913) } });
  expect(await here.sync()).toMatchObject({ state: 'partial', counters: { failed: 1, deleted: 0 } });
  expect(here.os2sync.state().users.map(({ Uuid }) => Uuid)).toContain(harbour.jorn);
  here.os2sync.clearFaults();
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 1, deleted: 1 } });
  expect(here.os2sync.state().users.map(({ Uuid }) => Uuid)).toEqual([harbour.soren, harbour.ase, uuid(913)]);
});

test('failures of some objects do not keep others from being deleted', async () => {
  await here.work();
  await here.sync();
  here.mo.load(altered(without(harbourTown, harbour.jornsJob), harbour.soren, { surname: 'Skibsreder' }));
  here.os2sync.addFaults(faulty('http-500'));
  expect(await here.sync()).toMatchObject({ state: 'partial', counters: { failed: 1, deleted: 1 } });
  expect(here.os2sync.state().users.map(({ Uuid, Person }) => [Uuid, Person.Name])).toEqual([
    [harbour.soren, 'Søren Skibsbygger'],
    [harbour.ase, 'Åse Ankerkæde'],
  ]);
});
