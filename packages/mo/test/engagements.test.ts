import { expect, test } from 'vitest';
import { createMoReader } from '../src/create-mo-reader.ts';
import { startFakeMo } from './support/fake-mo.ts';
import { moSettings } from './support/mo-settings.ts';
import { pageOf } from './support/page-of.ts';
import { recordedLog } from './support/recorded-log.ts';
import { uuid } from './support/uuids.ts';

const stretch = (from: string, to: string | null, unit = uuid(5)) => ({
  employee_uuid: uuid(1),
  org_unit_uuid: unit,
  job_function_uuid: uuid(6),
  primary_uuid: null,
  extension_1: '',
  extension_3: null,
  validity: { from, to },
});
const from = (...starts: string[]) => starts.map((start) => ({ validity: { from: start } }));

test('engagements are read from now on, with an earliest start over all time; those with nothing left are dropped', async () => {
  await using mo = await startFakeMo(() => ({
    json: pageOf('engagements', [
      {
        uuid: uuid(10),
        validities: [
          stretch('2027-02-01T00:00:00+01:00', null, uuid(7)),
          stretch('2024-07-01T00:00:00+02:00', '2027-02-01T00:00:00+01:00'),
        ],
        all: from('2024-07-01T00:00:00+02:00', '2019-06-01T00:00:00+02:00', '2027-02-01T00:00:00+01:00'),
      },
      { uuid: uuid(11), validities: [], all: from('2019-06-01T00:00:00+02:00') },
      {
        uuid: uuid(12),
        validities: [stretch('2019-06-01T00:00:00+02:00', '2026-11-22T00:00:00+01:00')],
        all: from('2019-06-01T00:00:00+02:00'),
      },
    ]),
  }));
  const reader = createMoReader({ settings: moSettings(mo.url), logger: recordedLog(), now: () => new Date('2026-11-22T11:00:00Z') });
  const common = { jobFunction: uuid(6), primary: null, extension1: '', extension3: null };
  expect(await reader.engagements([uuid(1)])).toEqual([
    {
      uuid: uuid(10),
      person: uuid(1),
      earliestStart: '2019-06-01',
      stretches: [
        { from: '2024-07-01', to: '2027-02-01', unit: uuid(5), ...common },
        { from: '2027-02-01', to: null, unit: uuid(7), ...common },
      ],
    },
  ]);
  expect(mo.seen[0]?.variables).toEqual({ keys: [uuid(1)], now: '2026-11-22T12:00:00+01:00' });
});
