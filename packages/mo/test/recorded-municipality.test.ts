import type { MoUnit, Uuid } from '@os2bridge/model';
import { datasetSchema, type Os2moSimulator, startOs2moSimulator } from '@os2bridge/simulators';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMoReader } from '../src/create-mo-reader.ts';
import type { MoReader } from '../src/mo-reader.ts';
import { gather } from './support/gather.ts';
import { moSettings } from './support/mo-settings.ts';
import { recordedLog } from './support/recorded-log.ts';
import { recordedObjects, recording } from './support/recorded-pair.ts';

const NOW = '2026-11-22T12:00:00+01:00';
const folder = recording();

/** Uuids of a recorded answer, in its order. */
const recordedUuids = (pair: string, collection: string): string[] => recordedObjects(pair, collection).map(({ uuid }) => uuid);
const uuidsOf = (rows: readonly { readonly uuid: Uuid }[]): Uuid[] => rows.map(({ uuid }) => uuid);

/** `units` below and including the top unit, by parent alone. */
const below = (units: readonly MoUnit[], top: string): MoUnit[] => {
  const parents = new Map(units.map(({ uuid, parent }) => [uuid, parent]));
  const isBelow = (uuid: Uuid | null | undefined): boolean => uuid === top || (!!uuid && isBelow(parents.get(uuid)));
  return units.filter(({ uuid }) => isBelow(uuid));
};

describe.skipIf(folder === null)('the recorded municipality, through the simulator, reads as the real OS2MO answered', () => {
  const TOP = '408c864f-1730-5a82-a443-52603e9ea9c5';
  let mo: Os2moSimulator;
  let reader: MoReader;
  let old: MoReader;
  let units: MoUnit[];
  let persons: Uuid[];

  beforeAll(async () => {
    const dataset = datasetSchema.parse(JSON.parse(readFileSync(join(folder ?? '', 'dataset.json'), 'utf8')));
    mo = await startOs2moSimulator({ dataset, now: NOW });
    const create = (graphqlVersion: 25 | 30): MoReader =>
      createMoReader({ settings: moSettings(mo.url, { graphqlVersion, pageSize: 20 }), logger: recordedLog(), now: () => new Date(NOW) });
    reader = create(30);
    old = create(25);
    units = (await gather(reader.unitPages())).flat();
    persons = (await gather(reader.personPages())).flat().map(({ uuid }) => uuid);
  });
  afterAll(async () => {
    await mo.close();
  });

  test('the units under the top unit', () => {
    expect(uuidsOf(below(units, TOP))).toEqual(recordedUuids('019-units-under-top-no-limit', 'org_units'));
  });

  test('the persons', () => {
    expect(persons).toEqual([...recordedUuids('086-persons-page-1', 'persons'), ...recordedUuids('087-persons-page-2', 'persons')]);
  });

  test('the engagements from now on, with unit and start', async () => {
    const own = new Set<string>(below(units, TOP).map(({ uuid }) => uuid));
    const engagements = await reader.engagements(persons);
    const recorded = recordedUuids('056-engagements-from-now-on', 'engagements');
    expect(uuidsOf(engagements)).toEqual(expect.arrayContaining(recorded));
    const others = engagements.filter(({ uuid }) => !recorded.includes(uuid));
    expect(others.flatMap(({ stretches }) => stretches).filter(({ unit, from }) => own.has(unit) && from <= '2026-11-22')).toEqual([]);
  });

  test('the accounts in the FK-org system, of units and of persons', async () => {
    const systems = (await reader.itSystems()).filter(({ userKey }) => userKey === 'FK-ORG-UUID').map(({ uuid }) => uuid);
    const accounts = [...(await reader.allUnitAccounts()), ...(await reader.personAccounts(persons))].filter(({ system }) =>
      systems.includes(system),
    );
    expect(new Set(uuidsOf(accounts))).toEqual(new Set(recordedUuids('075-itusers-by-itsystem', 'itusers')));
  });

  test('the managers, vacant ones and one of a deleted person among them', async () => {
    const managers = await reader.managers(units.map(({ uuid }) => uuid));
    const vacant = managers.filter(({ person }) => person === null).map(({ uuid }) => uuid);
    expect(new Set(vacant)).toEqual(new Set(recordedUuids('120-managers-vacant-filter-flat', 'managers')));
    expect(managers.find(({ uuid }) => uuid === '7cb0449f-2e78-590a-986b-200a0f68f5e4')?.person).toBe(
      '2ab4a2b7-938f-5ffb-822d-c7d737525540',
    );
  });

  test('the KLE relations, one with an expired number among them', async () => {
    const kles = await reader.kles(uuidsOf(below(units, TOP)));
    expect(new Set(uuidsOf(kles))).toEqual(
      new Set(['124-kles-under-top-page-1', '125-kles-under-top-page-2'].flatMap((pair) => recordedUuids(pair, 'kles'))),
    );
    const numbers = await reader.classes(kles.flatMap(({ number }) => (number === null ? [] : [number])));
    expect(numbers.filter(({ ended }) => ended).map(({ userKey }) => userKey)).toEqual(['19.99.99']);
  });

  test('the street addresses: found, historic and unknown', async () => {
    const recorded = new Map(recordedObjects('102-address-dar', 'addresses').map(({ uuid, current }) => [uuid, current?.['name']]));
    const addresses = (await reader.unitAddresses(units.map(({ uuid }) => uuid))).filter(({ uuid }) => recorded.has(uuid));
    expect(addresses).toHaveLength(5);
    expect(addresses.map(({ text }) => text ?? 'Ukendt')).toEqual(addresses.map(({ uuid }) => recorded.get(uuid)));
  });

  test('the addresses of one unit: neither past nor future ones', async () => {
    const [borg] = units.filter(({ uuid }) => uuid === 'ce6f3bdc-df36-5940-a95e-e9541c4a0eb5');
    expect(uuidsOf(await reader.unitAddresses(borg ? [borg.uuid] : []))).toEqual(recordedUuids('107-address-borg', 'addresses'));
  });

  test('the classes: those valid now, and the expired ones besides', async () => {
    const classes = await reader.allClasses();
    expect(classes.filter(({ ended }) => !ended).map(({ uuid }) => uuid)).toEqual(recordedUuids('005-classes-current', 'classes'));
    expect(classes.length).toBe(90);
  });

  test('v25 says the same as v30 in every way we ask', async () => {
    const all = units.map(({ uuid }) => uuid);
    const everything = async (by: MoReader) => ({
      units: (await gather(by.unitPages())).flat(),
      withAncestors: await by.unitsWithAncestors(all),
      engagements: await by.engagements(persons),
      accounts: [await by.allUnitAccounts(), await by.personAccounts(persons)],
      addresses: [await by.unitAddresses(all), await by.personAddresses(persons)],
      managers: await by.managers(all),
      kles: await by.kles(all),
      classes: await by.allClasses(),
      systems: await by.itSystems(),
    });
    expect(await everything(old)).toEqual(await everything(reader));
  });

  test('the version is that of the recording', async () => {
    expect(await reader.version()).toBe('66.1.2');
  });
});
