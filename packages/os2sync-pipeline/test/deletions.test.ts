import { approveRun } from '@os2bridge/os2sync-pipeline';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { crowded, harbour, harbourTown, without } from './support/harbour.ts';
import { openPipeline, type Pipeline } from './support/open-pipeline.ts';
import { uuid } from './support/small-town.ts';

let here: Pipeline;
beforeAll(async () => {
  here = await openPipeline();
});
afterEach(() => here.reset());
afterAll(() => here.close());

const jobs = [harbour.sorensJob, harbour.asesJob, harbour.jornsJob] as const;
const strange = (n: number) => ({
  Uuid: uuid(8000 + n),
  UserId: `x${n}`,
  Person: { Name: 'Ukendt' },
  Positions: [{ Name: 'Gæst', OrgUnitUuid: harbour.top }],
});
const usersInFk = () => here.os2sync.state().users.map(({ Uuid }) => Uuid);

/** Synchronised once, then so that all three employees would go; at most one may without approval. */
const overTheLimit = async () => {
  await here.work({ 'os2bridge.delete_limit': 1 });
  await here.sync();
  here.mo.load(without(harbourTown, ...jobs));
  return here.sync();
};

test('more deletions than the limit wait for an approval, and nothing is deleted before', async () => {
  const run = await overTheLimit();
  expect(run).toMatchObject({ state: 'awaiting-approval', counters: { delete: 3, deleted: 0 } });
  expect(run.message).toBe(`would delete 3 of 3 users (limit 1); nothing is deleted before it is approved: os2bridge approve ${run.id}`);
  expect(here.os2sync.stats().deletes).toBe(0);
  expect((await here.bridge.runs.deletions(run.id)).map(({ fk }) => fk).toSorted()).toEqual([harbour.soren, harbour.ase, harbour.jorn]);
});

test('what changed is sent also when the deletions wait', async () => {
  await here.work({ 'os2bridge.delete_limit': 0 });
  await here.sync();
  here.mo.load({
    ...without(harbourTown, harbour.jornsJob, harbour.dock),
    org_units: harbourTown.org_units.filter(({ uuid: of }) => of !== harbour.dock).map((row) => ({ ...row, name: `${row.name} Ny` })),
  });
  expect(await here.sync()).toMatchObject({ state: 'awaiting-approval', counters: { sent: 3, delete: 2 } });
});

test('an approved run deletes exactly what it lists', async () => {
  const { id } = await overTheLimit();
  await approveRun(here.bridge, id, 'kirsten');
  expect(await here.until(id, 'done')).toMatchObject({ approvedBy: 'kirsten', counters: { deleted: 3, failed: 0 } });
  expect(usersInFk()).toEqual([]);
  expect(here.os2sync.state().orgunits).toHaveLength(4);
});

test('what is wanted again between the run and its approval stays', async () => {
  const { id } = await overTheLimit();
  here.mo.load(without(harbourTown, harbour.sorensJob));
  await approveRun(here.bridge, id, 'kirsten');
  expect(await here.until(id, 'done')).toMatchObject({ counters: { deleted: 1 } });
  expect(usersInFk()).toEqual([harbour.ase, harbour.jorn]);
});

test('what became unwanted after the run is not deleted by its approval', async () => {
  await here.work({ 'os2bridge.delete_limit': 0 });
  await here.sync();
  here.mo.load(without(harbourTown, harbour.sorensJob));
  const { id } = await here.sync();
  here.mo.load(without(harbourTown, ...jobs, harbour.dock));
  await approveRun(here.bridge, id, 'kirsten');
  expect(await here.until(id, 'done')).toMatchObject({ counters: { deleted: 1 } });
  expect(usersInFk()).toEqual([harbour.ase, harbour.jorn]);
  expect(here.os2sync.state().orgunits).toHaveLength(4);
});

test('a run that a newer one has overtaken cannot be approved', async () => {
  const { id } = await overTheLimit();
  const newer = await here.sync();
  await expect(approveRun(here.bridge, id, 'kirsten')).rejects.toMatchObject({
    code: 'superseded',
    message: expect.stringContaining(newer.id),
  });
  expect(here.os2sync.stats().deletes).toBe(0);
});

test('a run that does not wait for an approval cannot be approved', async () => {
  await here.work();
  const { id } = await here.sync();
  await expect(approveRun(here.bridge, id, 'kirsten')).rejects.toMatchObject({ code: 'not-waiting' });
  await expect(approveRun(here.bridge, 'no-such-run', 'kirsten')).rejects.toMatchObject({ code: 'unknown-run' });
});

test('deletions that only show after the plan, while its jobs run, are held against the limit too', async () => {
  await here.work({ 'os2bridge.delete_limit': 1 });
  await here.sync();
  await here.bridge.queues.objects.pause();
  here.mo.load({ ...harbourTown, persons: harbourTown.persons.map((row) => ({ ...row, surname: 'Omdøbt' })) });
  const { id } = await here.ask();
  await here.until(id, 'applying');
  here.mo.load(without(harbourTown, ...jobs));
  await here.bridge.queues.objects.resume();
  expect(await here.until(id)).toMatchObject({ state: 'awaiting-approval', counters: { delete: 3, deleted: 0 } });
  expect(here.os2sync.stats().deletes).toBe(0);
});

test('a run about named persons keeps to the limit as well', async () => {
  await here.work({ 'os2bridge.delete_limit': 1 });
  await here.sync();
  here.mo.load(without(harbourTown, ...jobs));
  const run = await here.sync({ kind: 'objects', users: [harbour.soren, harbour.ase] });
  expect(run).toMatchObject({ state: 'awaiting-approval', counters: { delete: 2, deleted: 0 } });
  await approveRun(here.bridge, run.id, 'kirsten');
  expect(await here.until(run.id, 'done')).toMatchObject({ counters: { deleted: 2 } });
  expect(usersInFk()).toEqual([harbour.jorn]);
});

test('a run about one person deletes who has left', async () => {
  await here.work();
  await here.sync();
  here.mo.load(without(harbourTown, harbour.asesJob));
  expect(await here.sync({ kind: 'objects', users: [harbour.ase] })).toMatchObject({ state: 'done', counters: { deleted: 1 } });
  expect(usersInFk()).toEqual([harbour.soren, harbour.jorn]);
});

test('a run about one unit deletes nothing when the top unit is gone', async () => {
  await here.work();
  await here.sync();
  here.mo.load(without(harbourTown, harbour.top));
  const run = await here.sync({ kind: 'objects', orgunits: [harbour.dock], users: [harbour.jorn] });
  expect(run).toMatchObject({ state: 'failed', code: 'deletions-refused', message: expect.stringContaining('os2sync.top_unit_uuid') });
  expect(here.os2sync.stats().deletes).toBe(0);
});

test('a top unit that goes away between run and approval stops the approved deletions', async () => {
  const { id } = await overTheLimit();
  here.mo.load(without(harbourTown, ...jobs, harbour.top));
  await approveRun(here.bridge, id, 'kirsten');
  expect(await here.until(id)).toMatchObject({ state: 'partial', counters: { deleted: 0, failed: 3 } });
  expect((await here.bridge.runs.changes(id))[0]).toMatchObject({ reasons: ['top-unit-missing'] });
  expect(here.os2sync.stats().deletes).toBe(0);
});

test('without a limit of its own a run deletes up to ten of a kind', async () => {
  here.mo.load(crowded(12));
  await here.work();
  await here.sync();
  const jobsOf = (count: number) => Array.from({ length: count }, (_, n) => uuid(5000 + n));
  here.mo.load(without(crowded(12), ...jobsOf(11)));
  expect(await here.sync()).toMatchObject({ state: 'awaiting-approval', counters: { deleted: 0 } });
  here.mo.load(without(crowded(12), ...jobsOf(10)));
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { deleted: 10 } });
});

test('without autowash nothing is deleted that the bridge never sent', async () => {
  here.os2sync.setState({ users: [strange(1)] });
  await here.work();
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { delete: 0 } });
  expect(usersInFk()).toContain(uuid(8001));
});

test('autowash deletes what OS2MO does not know, users before units', async () => {
  here.os2sync.setState({
    orgunits: [
      { Uuid: uuid(8100), Name: 'Nedlagt', ParentOrgUnitUuid: harbour.top },
      { Uuid: harbour.top, Name: 'Top' },
    ],
    users: [strange(1)],
  });
  await here.work({ 'os2sync.autowash': true });
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 7, deleted: 2 } });
  expect(
    here.os2sync
      .log()
      .filter(({ verb }) => verb === 'DELETE')
      .map(({ uuid: of }) => of),
  ).toEqual([uuid(8001), uuid(8100)]);
  expect(usersInFk()).toEqual([harbour.soren, harbour.ase, harbour.jorn]);
});

test('autowash keeps to the limit too', async () => {
  here.os2sync.setState({ orgunits: [{ Uuid: harbour.top, Name: 'Top' }], users: [strange(1), strange(2)] });
  await here.work({ 'os2sync.autowash': true, 'os2bridge.delete_limit': 1 });
  expect(await here.sync()).toMatchObject({ state: 'awaiting-approval', counters: { delete: 2, deleted: 0 } });
  expect(usersInFk()).toContain(uuid(8001));
});

test('a hierarchy that cannot be read fails the run and deletes nothing', async () => {
  await here.work({ 'os2sync.autowash': true });
  await here.sync();
  here.os2sync.addFaults({ kind: 'empty-hierarchy' });
  here.mo.load(without(harbourTown, harbour.jornsJob));
  expect(await here.sync()).toMatchObject({
    state: 'failed',
    code: 'os2sync-hierarchy',
    message: expect.stringContaining('Nothing is concluded from it'),
  });
  here.os2sync.clearFaults();
  here.os2sync.addFaults({ kind: 'failed-hierarchy' });
  expect(await here.sync()).toMatchObject({ state: 'failed', code: 'os2sync-hierarchy' });
  expect(here.os2sync.stats().deletes).toBe(0);
});

test('a deletion that OS2sync refuses leaves the run partial, and the next run does it', async () => {
  await here.work();
  await here.sync();
  here.os2sync.addFaults({ kind: 'http-500', match: { method: 'DELETE', uuid: harbour.jorn } });
  here.mo.load(without(harbourTown, harbour.jornsJob, harbour.asesJob));
  expect(await here.sync()).toMatchObject({ state: 'partial', counters: { deleted: 1, failed: 1 } });
  expect(usersInFk()).toEqual([harbour.soren, harbour.jorn]);
  here.os2sync.clearFaults();
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { deleted: 1 } });
  expect(usersInFk()).toEqual([harbour.soren]);
});
