import { expect, test } from 'vitest';
import { createMoReader } from '../src/create-mo-reader.ts';
import { failureOf } from './support/failure-of.ts';
import { type FakeReply, startFakeMo } from './support/fake-mo.ts';
import { moSettings } from './support/mo-settings.ts';
import { pageOf } from './support/page-of.ts';
import { recordedLog } from './support/recorded-log.ts';
import { uuid } from './support/uuids.ts';

const [unit, number, aspect] = [uuid(1), uuid(2), uuid(3)];
const noNumberAt = (path: readonly (string | number)[]): FakeReply => ({
  json: {
    data: { kles: { objects: [{ uuid: uuid(10), current: null }], page_info: { next_cursor: null } } },
    errors: [{ message: 'Cannot return null for non-nullable field', path }],
  },
});
const nested = (...kle_number: { uuid: string }[]) => ({ org_unit_uuid: unit, kle_aspect_uuids: [aspect], kle_number });

test('a relation without a number is read again by the list of numbers', async () => {
  await using mo = await startFakeMo(({ operation }) =>
    operation === 'Kles'
      ? noNumberAt(['kles', 'objects', 0, 'current', 'kle_number_uuid'])
      : {
          json: pageOf('kles', [
            { uuid: uuid(10), current: nested() },
            { uuid: uuid(11), current: nested({ uuid: number }, { uuid: number }) },
          ]),
        },
  );
  const reader = createMoReader({ settings: moSettings(mo.url), logger: recordedLog() });
  expect(await reader.kles([unit])).toEqual([
    { uuid: uuid(10), unit, number: null, aspects: [aspect] },
    { uuid: uuid(11), unit, number, aspects: [aspect] },
  ]);
});

test.each([
  [['kles', 'objects', 0, 'current', 'kle_aspect_uuids']],
  [['kles']],
  [['kles', 'objects', 0, 'current', 'kle_number_uuid', 'x']],
])('an error at any other place fails the read (%j)', async (path) => {
  await using mo = await startFakeMo(() => noNumberAt(path));
  const reader = createMoReader({ settings: moSettings(mo.url), logger: recordedLog() });
  expect(await failureOf(reader.kles([unit]))).toMatchObject({ code: 'mo-answer' });
  expect(reader.requests).toBe(1);
});

test('an error in the second reading fails the read', async () => {
  await using mo = await startFakeMo(({ operation }) =>
    noNumberAt(['kles', 'objects', 0, 'current', operation === 'Kles' ? 'kle_number_uuid' : 'kle_number']),
  );
  const reader = createMoReader({ settings: moSettings(mo.url), logger: recordedLog() });
  expect(await failureOf(reader.kles([unit]))).toMatchObject({ code: 'mo-answer' });
});
