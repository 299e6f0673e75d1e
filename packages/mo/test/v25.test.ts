import { expect, test } from 'vitest';
import { createMoReader } from '../src/create-mo-reader.ts';
import { failureOf } from './support/failure-of.ts';
import { startFakeMo } from './support/fake-mo.ts';
import { gather } from './support/gather.ts';
import { moSettings } from './support/mo-settings.ts';
import { pageOf } from './support/page-of.ts';
import { recordedLog } from './support/recorded-log.ts';
import { unitObject } from './support/unit-object.ts';
import { uuid } from './support/uuids.ts';

const organisation = uuid(99);
const units = [unitObject(uuid(1), organisation), unitObject(uuid(2), uuid(1))];

test('up to v27 the organisation, which MO shows as parent of the root units, is not taken for a unit; it is asked for once', async () => {
  await using mo = await startFakeMo(({ operation }) => ({
    json: operation === 'Organisation' ? { data: { org: { uuid: organisation } } } : pageOf('org_units', units),
  }));
  const reader = createMoReader({ settings: moSettings(mo.url, { graphqlVersion: 25 }), logger: recordedLog() });
  const [walked] = await gather(reader.unitPages());
  expect(walked?.map(({ parent }) => parent)).toEqual([null, uuid(1)]);
  expect((await reader.unitsWithAncestors([uuid(2)])).map(({ parent }) => parent)).toEqual([null, uuid(1)]);
  expect(mo.seen.map(({ path, operation }) => [path, operation])).toEqual([
    ['/graphql/v25', 'Organisation'],
    ['/graphql/v25', 'Units'],
    ['/graphql/v25', 'UnitsWithAncestors'],
  ]);
});

test('an organisation that could not be read is asked for again', async () => {
  await using mo = await startFakeMo(({ operation, before }) => {
    if (operation !== 'Organisation') return { json: pageOf('org_units', units) };
    return before === 0 ? { status: 503, text: '' } : { json: { data: { org: { uuid: organisation } } } };
  });
  const reader = createMoReader({ settings: moSettings(mo.url, { graphqlVersion: 25 }), logger: recordedLog() });
  expect(await failureOf(reader.unitsWithAncestors([uuid(2)]))).toMatchObject({ code: 'mo-down' });
  expect(await reader.unitsWithAncestors([uuid(2)])).toHaveLength(2);
});
