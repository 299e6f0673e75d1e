import { type Os2moSimulator, startOs2moSimulator } from '@os2bridge/simulators';
import { leakGuard } from '@os2bridge/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMoReader } from '../src/create-mo-reader.ts';
import type { MoReader } from '../src/mo-reader.ts';
import { gather } from './support/gather.ts';
import { moSettings } from './support/mo-settings.ts';
import { recordedLog } from './support/recorded-log.ts';
import { id, smallDataset } from './support/small-dataset.ts';
import { uuid } from './support/uuids.ts';

const guard = leakGuard();
const NOW = new Date('2026-11-22T11:00:00Z');
let mo: Os2moSimulator;

beforeAll(async () => {
  mo = await startOs2moSimulator({ dataset: smallDataset });
});
afterAll(async () => {
  await mo.close();
  await guard.check();
});

const uuids = (rows: readonly { readonly uuid: string }[]): string[] => rows.map((row) => row.uuid);

describe.each([25, 30] as const)('GraphQL v%i', (graphqlVersion) => {
  const readerWith = (pageSize: number): MoReader =>
    createMoReader({ settings: moSettings(mo.url, { graphqlVersion, pageSize }), logger: recordedLog(), now: () => NOW });
  let reader: MoReader;
  beforeAll(() => {
    reader = readerWith(500);
  });

  test('every unit valid now comes, in pages, roots without a parent', async () => {
    const pages = await gather(readerWith(2).unitPages());
    expect(pages.map(uuids)).toEqual([
      [id.top, id.school],
      [id.class, id.payroll],
    ]);
    expect(pages.flat().map(({ parent }) => parent)).toEqual([null, id.top, id.school, null]);
    expect(pages[0]?.[0]).toEqual({ uuid: id.top, name: 'Enhed top æøå', parent: null, unitType: null, level: null, hierarchy: null });
  });

  test('a unit comes with all its ancestors, once, and with one request', async () => {
    await reader.unitsWithAncestors([id.top]);
    const before = reader.requests;
    expect(uuids(await reader.unitsWithAncestors([id.class, id.school, id.closed, uuid(999)]))).toEqual([id.top, id.school, id.class]);
    expect(reader.requests - before).toBe(1);
    expect(uuids(await readerWith(1).unitsWithAncestors([id.class, id.school])).toSorted()).toEqual([id.top, id.school, id.class]);
  });

  test('a unit is known if it is, was or will be', async () => {
    expect(await reader.unitsKnown([id.top, id.closed, id.coming, uuid(999), id.aase])).toEqual(new Set([id.top, id.closed, id.coming]));
  });

  test('persons come with blank nicknames and no CPR where MO has none', async () => {
    expect(await reader.persons([id.bjorn, id.gone])).toEqual([
      {
        uuid: id.bjorn,
        userKey: 'bjorn',
        name: 'Bjørn Ø',
        givenName: 'Bjørn',
        surname: 'Ø',
        nickname: 'Bø',
        nicknameGivenName: 'Bø',
        nicknameSurname: '',
        cpr: null,
      },
    ]);
    expect((await gather(readerWith(1).personPages())).map(uuids)).toEqual([[id.aase], [id.bjorn]]);
  });

  test('engagements come from now on, with the earliest start over all time', async () => {
    const engagements = await reader.engagements([id.aase, id.bjorn]);
    expect(uuids(engagements)).toEqual([id.changing, id.future]);
    expect(engagements[0]).toMatchObject({ person: id.aase, earliestStart: '2019-06-01' });
    expect(engagements[0]?.stretches.map(({ from, to, unit }) => [from, to, unit])).toEqual([
      ['2024-07-01', '2027-02-01', id.school],
      ['2027-02-01', null, id.class],
    ]);
    expect(engagements[1]?.stretches).toEqual([
      {
        from: '2027-01-01',
        to: '2027-06-01',
        unit: id.coming,
        jobFunction: id.newTitle,
        primary: null,
        extension1: null,
        extension3: null,
      },
    ]);
  });

  test('accounts of units are kept apart from accounts of persons', async () => {
    expect(await reader.unitAccounts([id.school, id.class])).toMatchObject([
      { uuid: id.unitAccount, system: id.fk, userKey: uuid(900), unit: id.school, person: null, engagements: [] },
      { uuid: id.schoolAd },
    ]);
    expect(await reader.allUnitAccounts()).toEqual(await reader.unitAccounts([id.school, id.class]));
    expect(await reader.personAccounts([id.aase])).toEqual([
      { uuid: id.aaseFk, system: id.fk, userKey: uuid(902).toUpperCase(), person: id.aase, unit: null, engagements: [id.changing] },
    ]);
  });

  test('accounts are found by user key in any case, also in a system that has ended', async () => {
    expect(uuids(await reader.accountsByUserKey(['bjø'], [id.ad, id.oldSystem]))).toEqual([id.bjornAd, id.schoolAd, id.bjornOld]);
    expect(uuids(await reader.accountsByUserKey(['Bjø'], [id.ad]))).toEqual([id.bjornAd, id.schoolAd]);
    expect(uuids(await reader.accountsByUserKey([uuid(902)], [id.fk]))).toEqual([id.aaseFk]);
    expect(await reader.accountsByUserKey(['bjø'], [id.fk])).toEqual([]);
  });

  test('addresses carry their text; one look-up that fails or finds nothing is null', async () => {
    expect((await reader.unitAddresses([id.school])).map(({ uuid: address, text }) => [address, text])).toEqual([
      [id.street, 'Ærøvej 1, 9999 Eksempelby'],
      [id.lost, null],
      [id.failing, null],
    ]);
    expect(await reader.personAddresses([id.aase])).toEqual([
      {
        uuid: id.mail,
        type: id.email,
        visibility: null,
        text: 'aase@eksempel.example',
        person: id.aase,
        unit: null,
        engagement: id.changing,
      },
    ]);
  });

  test('a vacant post has no person; a deleted person keeps its uuid', async () => {
    expect(await reader.managers([id.top, id.school, id.class])).toEqual([
      { uuid: id.vacant, unit: id.top, person: null },
      { uuid: id.headed, unit: id.school, person: id.aase },
      { uuid: id.orphaned, unit: id.class, person: id.gone },
    ]);
  });

  test('a KLE relation keeps a number that has ended', async () => {
    expect(await reader.kles([id.school])).toEqual([{ uuid: id.kle, unit: id.school, number: id.number, aspects: [id.aspect] }]);
  });

  test('classes: ended ones (also today) with their last state, coming ones with their first', async () => {
    const classes = await reader.classes([id.teacher, id.oldTitle, id.newTitle, id.gapTitle, uuid(999)]);
    expect(classes.map(({ uuid: own, name, ended }) => [own, name, ended])).toEqual([
      [id.teacher, 'Lærer', false],
      [id.oldTitle, 'Udtrådt', true],
      [id.newTitle, 'Kommende', false],
      [id.gapTitle, 'Før', true],
    ]);
    expect(await readerWith(3).allClasses()).toEqual(expect.arrayContaining([...classes]));
  });

  test('it systems: an ended one is there and says so', async () => {
    expect(await reader.itSystems()).toEqual([
      { uuid: id.fk, userKey: 'FK-ORG-UUID', name: 'FK-org', ended: false },
      { uuid: id.ad, userKey: 'AD', name: 'Active Directory', ended: false },
      { uuid: id.oldSystem, userKey: 'GL', name: 'Gammelt', ended: true },
    ]);
  });
});
