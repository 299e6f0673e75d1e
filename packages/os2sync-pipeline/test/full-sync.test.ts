import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { altered, fkAccount, harbour, harbourTown, joined, without } from './support/harbour.ts';
import { openPipeline, type Pipeline } from './support/open-pipeline.ts';
import { uuid } from './support/small-town.ts';

let here: Pipeline;
beforeAll(async () => {
  here = await openPipeline();
});
afterEach(() => here.reset());
afterAll(() => here.close());

/** What was sent and deleted since the last look, e.g. `POST user …101`, in order of arrival. */
const sentSince = (): string[] => {
  const lines = here.os2sync.log().map(({ verb, kind, uuid: of }) => `${verb} ${kind} ${of}`);
  here.os2sync.clearLog();
  return lines;
};

const unitsInFk = () => here.os2sync.state().orgunits.map(({ Uuid, Name, ParentOrgUnitUuid }) => ({ Uuid, Name, ParentOrgUnitUuid }));
const clerkIn = (OrgUnitUuid: string) => [{ Name: 'Havnefoged', OrgUnitUuid, StartDate: '2020-01-01', StopDate: null }];

test('a first run fills FK Organisation with exactly what OS2MO holds', async () => {
  await here.work();
  const run = await here.sync();
  expect(run).toMatchObject({
    state: 'done',
    message: null,
    counters: { orgunits: 4, users: 3, create: 7, jobs: 7, sent: 7, failed: 0, deleted: 0 },
  });
  expect(unitsInFk()).toEqual([
    { Uuid: harbour.top, Name: 'Havneby Kommune', ParentOrgUnitUuid: null },
    { Uuid: harbour.council, Name: 'Rådhuset', ParentOrgUnitUuid: harbour.top },
    { Uuid: harbour.port, Name: 'Havnen', ParentOrgUnitUuid: harbour.top },
    { Uuid: harbour.dock, Name: 'Tørdokken', ParentOrgUnitUuid: harbour.port },
  ]);
  expect(here.os2sync.state().users).toMatchObject([
    {
      Uuid: harbour.soren,
      UserId: 'sosk',
      Email: 'sosk@havneby.example',
      PhoneNumber: '12345670',
      Person: { Name: 'Søren Skibsbygger', Cpr: '0101700001' },
      Positions: clerkIn(harbour.port),
    },
    {
      Uuid: harbour.ase,
      UserId: harbour.ase,
      Email: null,
      Person: { Name: 'Åse Ankerkæde', Cpr: '0202800002' },
      Positions: clerkIn(harbour.council),
    },
    { Uuid: harbour.jorn, UserId: harbour.jorn, Person: { Name: 'Jørn Jollemand', Cpr: '0303900003' }, Positions: clerkIn(harbour.dock) },
  ]);
});

test('an unchanged second run sends nothing and asks OS2MO little', async () => {
  await here.work();
  await here.sync();
  here.mo.resetStats();
  here.os2sync.resetStats();
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { unchanged: 7, jobs: 0, sent: 0 } });
  expect(here.os2sync.stats()).toMatchObject({ requests: 0 });
  expect(here.mo.stats().requests).toBeLessThanOrEqual(25);
});

test('one change sends one object', async () => {
  await here.work();
  await here.sync();
  sentSince();
  here.mo.load(altered(harbourTown, harbour.ase, { surname: 'Ankerspil' }));
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { update: 1, unchanged: 6, sent: 1 } });
  expect(sentSince()).toEqual([`POST user ${harbour.ase}`]);
  expect(here.os2sync.state().users[1]?.Person.Name).toBe('Åse Ankerspil');
});

test('--force sends everything again', async () => {
  await here.work();
  await here.sync();
  sentSince();
  expect(await here.sync({ force: true })).toMatchObject({ state: 'done', counters: { sent: 7, skipped: 0 } });
  expect(sentSince()).toHaveLength(7);
});

test('with the comparison switched off every run sends everything, and still knows what to delete', async () => {
  await here.work({ 'os2sync.hash_cache': '' });
  await here.sync();
  here.mo.load(without(harbourTown, harbour.jornsJob));
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 6, deleted: 1 } });
});

test('a new name of the memory starts afresh: everything is sent again and nothing is deleted', async () => {
  await here.work();
  await here.sync();
  here.mo.load(without(harbourTown, harbour.jornsJob));
  await here.work({ 'os2sync.hash_cache': 'another' });
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 6, delete: 0, deleted: 0 } });
});

test('an FK uuid from an it account is used for the unit, for its children and for the positions in it', async () => {
  const fk = uuid(903);
  here.mo.load(joined(harbourTown, { itusers: [fkAccount(uuid(510), { org_unit: harbour.port }, fk.toUpperCase())] }));
  await here.work();
  expect((await here.sync()).state).toBe('done');
  expect(unitsInFk()).toContainEqual({ Uuid: fk, Name: 'Havnen', ParentOrgUnitUuid: harbour.top });
  expect(unitsInFk()).toContainEqual({ Uuid: harbour.dock, Name: 'Tørdokken', ParentOrgUnitUuid: fk });
  expect(here.os2sync.state().users[0]?.Positions).toEqual(clerkIn(fk));
});

test('a person whose FK uuid changes is sent under the new one before the old one is deleted', async () => {
  await here.work();
  await here.sync();
  sentSince();
  here.mo.load(joined(harbourTown, { itusers: [fkAccount(uuid(511), { person: harbour.jorn }, uuid(913))] }));
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { create: 1, delete: 1, sent: 1, deleted: 1 } });
  expect(sentSince()).toEqual([`POST user ${uuid(913)}`, `DELETE user ${harbour.jorn}`]);
  expect((await here.sync()).counters).toMatchObject({ unchanged: 7, jobs: 0 });
});

test('two persons who swap their FK uuids are both there afterwards, and none is deleted', async () => {
  const accounts = (ases: string, jorns: string) =>
    joined(harbourTown, {
      itusers: [fkAccount(uuid(521), { person: harbour.ase }, ases), fkAccount(uuid(522), { person: harbour.jorn }, jorns)],
    });
  here.mo.load(accounts(uuid(921), uuid(922)));
  await here.work();
  await here.sync();
  here.mo.load(accounts(uuid(922), uuid(921)));
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { update: 2, sent: 2, delete: 0 } });
  const names = here.os2sync.state().users.map(({ Uuid, Person }) => [Uuid, Person.Name]);
  expect(names.slice(1)).toEqual([
    [uuid(921), 'Jørn Jollemand'],
    [uuid(922), 'Åse Ankerkæde'],
  ]);
  expect(await here.sync()).toMatchObject({ counters: { unchanged: 7, jobs: 0 } });
});

test('a unit whose FK uuid changes takes its children and people along before the old one is deleted', async () => {
  await here.work();
  await here.sync();
  sentSince();
  here.mo.load(joined(harbourTown, { itusers: [fkAccount(uuid(510), { org_unit: harbour.port }, uuid(903))] }));
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { create: 1, update: 2, delete: 1, sent: 3, deleted: 1 } });
  const sent = sentSince();
  expect(sent.slice(0, 3).toSorted()).toEqual([`POST orgunit ${harbour.dock}`, `POST orgunit ${uuid(903)}`, `POST user ${harbour.soren}`]);
  expect(sent.slice(3)).toEqual([`DELETE orgunit ${harbour.port}`]);
});

test('who has left and what is closed is deleted, users before units', async () => {
  await here.work();
  await here.sync();
  sentSince();
  here.mo.load(without(harbourTown, harbour.dock, harbour.jornsJob));
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { delete: 2, deleted: 2, failed: 0 } });
  expect(sentSince()).toEqual([`DELETE user ${harbour.jorn}`, `DELETE orgunit ${harbour.dock}`]);
  expect(here.os2sync.state()).toMatchObject({ orgunits: { length: 3 }, users: { length: 2 } });
});

test('who comes back after a deletion is sent again', async () => {
  await here.work();
  await here.sync();
  here.mo.load(without(harbourTown, harbour.jornsJob));
  await here.sync();
  here.mo.load(harbourTown);
  expect(await here.sync()).toMatchObject({ counters: { create: 1, sent: 1 } });
  expect(here.os2sync.state().users).toHaveLength(3);
});

test('a run about one person leaves all others alone', async () => {
  await here.work();
  await here.sync();
  sentSince();
  here.mo.load(altered(altered(harbourTown, harbour.ase, { surname: 'Ankerspil' }), harbour.jorn, { surname: 'Jagtskipper' }));
  const run = await here.sync({ kind: 'objects', users: [harbour.ase] });
  expect(run).toMatchObject({ state: 'done', counters: { users: 1, jobs: 1, sent: 1 } });
  expect(sentSince()).toEqual([`POST user ${harbour.ase}`]);
});

test('what OS2MO does not own in a unit survives the sync', async () => {
  here.os2sync.setState({
    orgunits: [{ Uuid: harbour.port, Name: 'Gammelt navn', LOSShortName: 'HAVN', PayoutUnitUuid: uuid(99), Tasks: [uuid(98)] }],
  });
  await here.work();
  await here.sync();
  const port = here.os2sync.state().orgunits.find(({ Uuid }) => Uuid === harbour.port);
  expect(port).toMatchObject({ Name: 'Havnen', LOSShortName: 'HAVN', PayoutUnitUuid: uuid(99), Tasks: [uuid(98)] });
});
