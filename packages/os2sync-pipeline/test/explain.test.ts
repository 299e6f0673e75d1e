import type { Uuid } from '@os2bridge/model';
import { applyDecided } from '@os2bridge/reconcile';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { explain, type Explanation } from '@os2bridge/os2sync-pipeline';
import { openTown, type Town } from './support/open-town.ts';
import { smallTown, town } from './support/small-town.ts';

const now = (): Date => new Date('2026-11-22T12:00:00Z');
let here: Town;
beforeAll(async () => {
  here = await openTown();
});
afterAll(() => here.close());
afterEach(() => here.mo.load(smallTown));

const unit = (uuid: Uuid): Promise<Explanation> => explain(here.bridge, 'orgunit', uuid, now);
const person = (uuid: Uuid): Promise<Explanation> => explain(here.bridge, 'user', uuid, now);

/** Does what a job would do. */
const send = async (kind: 'orgunit' | 'user', uuid: Uuid): Promise<void> => {
  const options = { force: false, mayDelete: async () => true };
  const { orgunit, user } = here.bridge.stores;
  if (kind === 'orgunit') await applyDecided(orgunit, (await orgunit.kind.decide([uuid])).get(uuid)!, options);
  else await applyDecided(user, (await user.kind.decide([uuid])).get(uuid)!, options);
};

describe('explaining a unit', () => {
  test('a transferred unit shows every rule up to the one that decides, its parent and what would be sent', async () => {
    const { steps, ...told } = await unit(town.harbour);
    expect(steps.map(({ outcome }) => outcome)).toEqual([...Array<string>(7).fill('passed'), 'matched']);
    expect(told).toMatchObject({ kind: 'orgunit', foundAs: 'mo-uuid', inMo: 'now', parent: town.top });
    expect(told.objects).toEqual([
      {
        fk: town.harbour,
        origin: { from: 'mo-uuid' },
        verdict: 'create',
        reasons: ['in-scope'],
        reports: [],
        message: null,
        steps: [],
        sent: null,
      },
    ]);
  });

  test('a unit of an ignored type is not transferred, for that reason', async () => {
    const { objects, steps } = await unit(town.project);
    expect(objects).toMatchObject([{ verdict: 'ignore', reasons: ['ignored-type'] }]);
    expect(steps.find(({ outcome }) => outcome === 'matched')?.rule).toContain('os2sync.ignored.unit_types');
  });

  test('a unit outside the tree says so', async () => {
    expect((await unit(town.outside)).objects).toMatchObject([{ verdict: 'ignore', reasons: ['outside-tree'] }]);
  });

  test('an FK uuid from an it account names the account and its system', async () => {
    expect((await unit(town.renumbered)).objects).toMatchObject([
      { fk: town.renumberedFk, origin: { from: 'it-account', account: town.fkAccount, system: 'FK-org uuid' }, reasons: ['uuid-account'] },
    ]);
  });

  test('an ended unit is told from one that OS2MO never knew', async () => {
    expect(await unit(town.ended)).toMatchObject({ foundAs: 'mo-uuid', inMo: 'before', objects: [] });
    expect(await unit(town.nobody)).toMatchObject({ foundAs: 'nothing', inMo: 'never', objects: [] });
  });

  test('what was sent is unchanged, and is found by its FK uuid too', async () => {
    await send('orgunit', town.renumbered);
    expect(await unit(town.renumberedFk)).toMatchObject({
      asked: town.renumberedFk,
      foundAs: 'fk-uuid',
      mo: town.renumbered,
      objects: [{ verdict: 'unchanged', sent: { for: town.renumbered } }],
    });
  });

  test('a unit that was sent and has ended since would be deleted', async () => {
    await send('orgunit', town.harbour);
    here.mo.load({
      ...smallTown,
      org_units: smallTown.org_units!.map((row) => (row.uuid === town.harbour ? { ...row, to: '2026-01-01' } : row)),
    });
    expect(await unit(town.harbour)).toMatchObject({
      inMo: 'before',
      objects: [{ fk: town.harbour, verdict: 'delete', reasons: ['terminated'] }],
    });
  });
});

describe('explaining a person', () => {
  test('a person with a position shows the engagement, its unit and the rules', async () => {
    const told = await person(town.hired);
    expect(told.engagements).toEqual([
      { engagement: town.engagement, unit: town.harbour, from: '2024-01-01', transferred: true, reason: 'in-scope' },
    ]);
    expect(told.objects).toMatchObject([{ fk: town.hired, verdict: 'create', reasons: ['has-position'] }]);
    expect(told.objects[0]?.steps.at(-1)?.outcome).toBe('matched');
  });

  test('a person whose only unit is outside the tree has no position', async () => {
    const told = await person(town.outsider);
    expect(told.engagements).toMatchObject([{ transferred: false, reason: 'outside-tree' }]);
    expect(told.objects).toMatchObject([{ verdict: 'ignore', reasons: ['no-position'] }]);
  });

  test('an account that holds no uuid is an error that names the account and not its value', async () => {
    const told = await person(town.muddled);
    expect(told.objects).toMatchObject([{ fk: null, verdict: 'error', reasons: ['invalid-fk-uuid'] }]);
    expect(told.objects[0]?.message).toContain(town.badAccount);
    expect(JSON.stringify(told)).not.toContain('slet-ingen-uuid');
  });

  test('a sent person who lost the position would be deleted', async () => {
    await send('user', town.hired);
    here.mo.load({ ...smallTown, engagements: smallTown.engagements!.filter((row) => row.uuid !== town.engagement) });
    expect((await person(town.hired)).objects).toMatchObject([{ fk: town.hired, verdict: 'delete', reasons: ['no-position'] }]);
  });

  test('holds no name and no CPR', async () => {
    const text = JSON.stringify([await person(town.hired), await person(town.muddled), await unit(town.harbour)]);
    for (const secret of ['Søren', 'Jørgen', 'Ærø', '0101000', 'Havne']) expect(text).not.toContain(secret);
  });
});
