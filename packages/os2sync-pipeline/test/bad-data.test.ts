import type { RunRecord } from '@os2bridge/jobs';
import type { DatasetInput } from '@os2bridge/simulators';
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

const errorsOf = async (run: RunRecord) =>
  (await here.bridge.runs.changes(run.id))
    .filter(({ verdict }) => verdict === 'error')
    .map(({ kind, mo, reasons, message }) => ({ kind, mo, reason: reasons[0], message: message ?? '' }))
    .toSorted((a, b) => ((a.mo ?? '') < (b.mo ?? '') ? -1 : 1));

/** Synchronised, then OS2MO holds bad data: the run tells what is wrong, and what FK Organisation held stays. With good data again nothing is left to do. */
const spoiled = async (dataset: DatasetInput) => {
  await here.work();
  await here.sync();
  const held = here.os2sync.state();
  here.os2sync.clearLog();
  here.mo.load(dataset);
  const run = await here.sync();
  expect(run).toMatchObject({ state: 'partial', counters: { deleted: 0, delete: 0 } });
  expect(here.os2sync.stats().deletes).toBe(0);
  expect(here.os2sync.state()).toEqual(held);
  const errors = await errorsOf(run);
  here.mo.load(harbourTown);
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { error: 0, unchanged: 7, jobs: 0 } });
  return errors;
};

test('units in a cycle are errors with their people, and nothing of them is deleted', async () => {
  const errors = await spoiled(altered(harbourTown, harbour.port, { parent: harbour.dock }));
  expect(errors.map(({ mo, reason }) => [mo, reason])).toEqual([
    [harbour.port, 'parent-cycle'],
    [harbour.dock, 'parent-cycle'],
    [harbour.soren, 'parent-cycle'],
    [harbour.jorn, 'parent-cycle'],
  ]);
  expect(errors[0]?.message).toMatch(new RegExp(`${harbour.port}.*is above itself. Correct its parent in OS2MO`));
});

test('a unit under a parent that OS2MO does not know is an error, and nothing below it is deleted', async () => {
  const errors = await spoiled(altered(harbourTown, harbour.port, { parent: uuid(77) }));
  expect(errors.map(({ mo, reason }) => [mo, reason])).toEqual([
    [harbour.port, 'parent-unknown'],
    [harbour.dock, 'parent-unknown'],
    [harbour.soren, 'parent-unknown'],
    [harbour.jorn, 'parent-unknown'],
  ]);
  expect(errors[0]?.message).toContain(`the parent ${uuid(77)}, which OS2MO does not know. Give it another parent in OS2MO`);
});

test('a person’s account that is no uuid is an error that names the account and not its value', async () => {
  const errors = await spoiled(joined(harbourTown, { itusers: [fkAccount(uuid(512), { person: harbour.jorn }, 'jorn.jollemand')] }));
  expect(errors).toMatchObject([
    { kind: 'user', mo: harbour.jorn, reason: 'invalid-fk-uuid', message: expect.stringContaining(uuid(512)) },
  ]);
  expect(errors[0]?.message).not.toContain('jollemand');
});

test('a unit’s account that is no uuid fails the unit, its children and who works there', async () => {
  const errors = await spoiled(joined(harbourTown, { itusers: [fkAccount(uuid(513), { org_unit: harbour.port }, 'havnen')] }));
  expect(errors.map(({ mo, reason }) => [mo, reason])).toEqual([
    [harbour.port, 'invalid-fk-uuid'],
    [harbour.dock, 'invalid-fk-uuid'],
    [harbour.soren, 'invalid-fk-uuid'],
  ]);
});

const shared = joined(harbourTown, {
  itusers: [fkAccount(uuid(514), { person: harbour.ase }, uuid(914)), fkAccount(uuid(515), { person: harbour.jorn }, uuid(914))],
});

test('of two persons on one FK uuid the lower MO uuid keeps it, and the other is an error', async () => {
  here.mo.load(shared);
  await here.work();
  const run = await here.sync();
  expect(run).toMatchObject({ state: 'partial', counters: { sent: 6, error: 1, failed: 0 } });
  expect(await errorsOf(run)).toMatchObject([
    { mo: harbour.jorn, reason: 'duplicate-fk-uuid', message: expect.stringContaining(harbour.ase) },
  ]);
  expect(here.os2sync.state().users.map(({ Uuid, Person }) => [Uuid, Person.Name])).toEqual([
    [harbour.soren, 'Søren Skibsbygger'],
    [uuid(914), 'Åse Ankerkæde'],
  ]);
});

test('a run about the loser alone does not overwrite the winner', async () => {
  here.mo.load(shared);
  await here.work();
  await here.sync();
  const run = await here.sync({ kind: 'objects', users: [harbour.jorn], force: true });
  expect(run).toMatchObject({ state: 'partial', counters: { sent: 0, failed: 1 } });
  expect((await here.bridge.runs.changes(run.id))[0]).toMatchObject({ mo: harbour.jorn, reasons: ['duplicate-fk-uuid'] });
  expect(here.os2sync.state().users[1]?.Person.Name).toBe('Åse Ankerkæde');
});

test('a person whose FK uuid is another person’s MO uuid does not overwrite that person', async () => {
  here.mo.load(joined(harbourTown, { itusers: [fkAccount(uuid(516), { person: harbour.jorn }, harbour.ase)] }));
  await here.work();
  expect(await here.sync({ kind: 'objects', users: [harbour.jorn] })).toMatchObject({ state: 'partial', counters: { sent: 0, failed: 1 } });
  expect(await here.sync()).toMatchObject({ state: 'partial', counters: { sent: 6, error: 1 } });
  expect(here.os2sync.state().users.find(({ Uuid }) => Uuid === harbour.ase)?.Person.Name).toBe('Åse Ankerkæde');
});

test('a person who loses the FK uuid to another one later is not deleted under it', async () => {
  here.mo.load(joined(harbourTown, { itusers: [fkAccount(uuid(515), { person: harbour.jorn }, uuid(914))] }));
  await here.work();
  await here.sync();
  here.mo.load(without(shared, harbour.jornsJob));
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 1, deleted: 1 } });
  expect(here.os2sync.state().users.map(({ Uuid, Person }) => [Uuid, Person.Name])).toEqual([
    [harbour.soren, 'Søren Skibsbygger'],
    [uuid(914), 'Åse Ankerkæde'],
  ]);
});

test('long names, emoji, control characters and HTML reach FK Organisation as it can hold them', async () => {
  const html = '<b>Havn</b> & "Søn" <script>alert(1)</script>';
  here.mo.load(
    altered(
      altered(
        altered(altered(harbourTown, harbour.port, { name: `Hav\u0000nen\u001b ${'x'.repeat(500)}` }), harbour.dock, { name: html }),
        harbour.soren,
        { given_name: '🚢 Søren', surname: 'S'.repeat(500) },
      ),
      harbour.ase,
      { surname: 'Anker\u0007kæde\uFFFF' },
    ),
  );
  await here.work();
  expect(await here.sync()).toMatchObject({ state: 'done', counters: { sent: 7, failed: 0 } });
  const [, , port, dock] = here.os2sync.state().orgunits;
  const [soren, ase] = here.os2sync.state().users;
  expect(port?.Name).toBe(`Havnen ${'x'.repeat(193)}`);
  expect(dock?.Name).toBe(html);
  expect(soren?.Person.Name).toBe(`🚢 Søren ${'S'.repeat(92)}`);
  expect([...(soren?.Person.Name ?? '')]).toHaveLength(100);
  expect(ase?.Person.Name).toBe('Åse Ankerkæde');
  expect(here.os2sync.failures()).toEqual([]);
  expect(await here.sync()).toMatchObject({ counters: { unchanged: 7 } });
});

test('a unit without a name is an error and is neither sent nor deleted', async () => {
  const errors = await spoiled(altered(harbourTown, harbour.dock, { name: ' \u0000 ' }));
  expect(errors).toMatchObject([{ mo: harbour.dock, reason: 'no-name' }]);
});
