import type { Uuid } from '@os2bridge/model';
import { describe, expect, test } from 'vitest';
import { createMoReader } from '../src/create-mo-reader.ts';
import type { MoReader } from '../src/mo-reader.ts';
import { type FakeReply, startFakeMo } from './support/fake-mo.ts';
import { gather } from './support/gather.ts';
import { moSettings } from './support/mo-settings.ts';
import { pageOf } from './support/page-of.ts';
import { recordedLog } from './support/recorded-log.ts';
import { recordedObjects, recording } from './support/recorded-pair.ts';
import { uuid } from './support/uuids.ts';

const ORGANISATION = '0e5e0000-0000-4000-8000-000000000001';
const NOW = new Date('2026-11-22T11:00:00Z');

const read = async <T>(graphqlVersion: 25 | 30, answers: Record<string, unknown>, use: (reader: MoReader) => Promise<T>): Promise<T> => {
  const reply = ({ operation }: { operation: string }): FakeReply => ({ json: answers[operation] });
  await using mo = await startFakeMo(reply);
  return await use(createMoReader({ settings: moSettings(mo.url, { graphqlVersion }), logger: recordedLog(), now: () => NOW }));
};

const one: readonly Uuid[] = [uuid(1)];

describe.skipIf(recording() === null)('answers recorded from a real OS2MO', () => {
  test('units: v25 and v30 say the same, the top unit has no parent', async () => {
    const organisation = { data: { org: { uuid: ORGANISATION } } };
    const v30 = { Units: pageOf('org_units', recordedObjects('019-units-under-top-no-limit', 'org_units')) };
    const v25 = { Organisation: organisation, Units: pageOf('org_units', recordedObjects('020-units-under-top-v25', 'org_units')) };
    const now = (await read(30, v30, (reader) => gather(reader.unitPages()))).flat();
    expect((await read(25, v25, (reader) => gather(reader.unitPages()))).flat()).toEqual(now);
    expect(now.filter(({ parent }) => parent === null).map(({ name }) => name)).toEqual(['Eksempel Kommune']);
    expect(now.length).toBeGreaterThan(30);
  });

  test('engagements: v25 and v30 say the same, past ones are not there, future ones are', async () => {
    const v30 = { Engagements: pageOf('engagements', recordedObjects('056-engagements-from-now-on', 'engagements')) };
    const v25 = { Engagements: pageOf('engagements', recordedObjects('057-engagements-from-now-on-v25', 'engagements')) };
    const now = await read(30, v30, (reader) => reader.engagements(one));
    expect(await read(25, v25, (reader) => reader.engagements(one))).toEqual(now);
    expect(now.length).toBeGreaterThan(60);
    expect(now.some(({ stretches }) => (stretches[0]?.from ?? '') > '2026-11-22')).toBe(true);
    expect(now.flatMap(({ stretches }) => stretches).some(({ to }) => to !== null && to <= '2026-11-22')).toBe(false);
    expect(now.every(({ earliestStart, stretches }) => earliestStart <= (stretches[0]?.from ?? ''))).toBe(true);
  });

  test('persons are read with empty nicknames and missing CPR', async () => {
    const answer = pageOf('employees', recordedObjects('086-persons-page-1', 'persons'));
    const persons = await read(30, { Persons: answer }, (reader) => reader.persons(one));
    expect(persons).toHaveLength(40);
    expect(persons.some(({ nickname }) => nickname === '')).toBe(true);
  });

  test('managers: vacant posts have no person', async () => {
    const objects = ['114-managers-under-top-page-2', '115-managers-under-top-page-3'].flatMap((name) => recordedObjects(name, 'managers'));
    const managers = await read(30, { Managers: pageOf('managers', objects) }, (reader) => reader.managers(one));
    expect(managers).toHaveLength(objects.length);
    expect(managers.filter(({ person }) => person === null)).toHaveLength(
      objects.filter(({ current }) => current?.['employee_uuid'] === null).length,
    );
    expect(managers.some(({ person }) => person === null)).toBe(true);
  });

  test('KLE relations keep a number that has expired', async () => {
    const objects = ['124-kles-under-top-page-1', '125-kles-under-top-page-2'].flatMap((name) => recordedObjects(name, 'kles'));
    const kles = await read(30, { Kles: pageOf('kles', objects) }, (reader) => reader.kles(one));
    expect(kles).toHaveLength(objects.length);
    expect(kles.every(({ number, aspects }) => number !== null && aspects.length > 0)).toBe(true);
  });

  test('it systems and classes that have ended are there and say so', async () => {
    const systems = { ItSystems: pageOf('itsystems', recordedObjects('010-itsystems-all-time', 'itsystems')) };
    const classes = { Classes: pageOf('classes', recordedObjects('006-classes-all-time-of-facet', 'classes')) };
    expect((await read(30, systems, (reader) => reader.itSystems())).filter(({ ended }) => ended)).toHaveLength(1);
    expect((await read(30, classes, (reader) => reader.classes(one))).filter(({ ended }) => ended).map(({ userKey }) => userKey)).toEqual([
      '0900',
    ]);
  });

  test('street addresses are what the register gave, and null for "Ukendt"', async () => {
    const objects = recordedObjects('102-address-dar', 'addresses');
    const type = uuid(90);
    const blank = {
      value2: null,
      address_type_uuid: type,
      visibility_uuid: null,
      employee_uuid: null,
      org_unit_uuid: uuid(1),
      engagement_uuid: null,
    };
    const answers = {
      UnitAddresses: pageOf(
        'addresses',
        objects.map(({ uuid: id, current }) => ({ uuid: id, current: { ...blank, value: current?.['value'] } })),
      ),
      Classes: pageOf('classes', [
        { uuid: type, validities: [{ user_key: 'x', name: 'x', scope: 'DAR', validity: { from: null, to: null } }] },
      ]),
      StreetNames: pageOf('addresses', objects),
    };
    const texts = (await read(30, answers, (reader) => reader.unitAddresses(one))).map(({ text }) => text);
    expect(texts).toHaveLength(5);
    expect(texts.filter((text) => text === null)).toHaveLength(1);
    expect(texts).toContain('Ærøvej 12A, 9999 Eksempelby');
  });
});
