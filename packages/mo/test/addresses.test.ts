import { describe, expect, test } from 'vitest';
import { createMoReader } from '../src/create-mo-reader.ts';
import { failureOf } from './support/failure-of.ts';
import { type FakeReply, type FakeRequest, startFakeMo } from './support/fake-mo.ts';
import { moSettings } from './support/mo-settings.ts';
import { pageOf } from './support/page-of.ts';
import { recordedLog } from './support/recorded-log.ts';
import { uuid } from './support/uuids.ts';

const TYPES = { DAR: uuid(90), EMAIL: uuid(91), MULTIFIELD_TEXT: uuid(92) };

const address = (number: number, type: string, value: string, value2: string | null = null): unknown => ({
  uuid: uuid(number),
  current: {
    value,
    value2,
    address_type_uuid: type,
    visibility_uuid: null,
    employee_uuid: null,
    org_unit_uuid: uuid(50),
    engagement_uuid: null,
  },
});

const classes = Object.entries(TYPES).map(([scope, type]) => ({
  uuid: type,
  validities: [{ user_key: scope, name: scope, scope, validity: { from: '2018-01-01T00:00:00+01:00', to: null } }],
}));

const two = [address(1, TYPES.DAR, uuid(71)), address(2, TYPES.DAR, uuid(72)), address(3, TYPES.EMAIL, 'post@example.dk')];

const named = (number: number, name: string | null): unknown => ({ uuid: uuid(number), current: { uuid: uuid(number), name } });

const read = async (objects: readonly unknown[], streets: (request: FakeRequest) => FakeReply, pageSize = 500) => {
  await using mo = await startFakeMo((request) => {
    if (request.operation === 'UnitAddresses') return { json: pageOf('addresses', objects) };
    return request.operation === 'Classes' ? { json: pageOf('classes', classes) } : streets(request);
  });
  const logger = recordedLog();
  const reader = createMoReader({ settings: moSettings(mo.url, { pageSize, timeoutMs: 400 }), logger });
  const addresses = await reader.unitAddresses([uuid(50)]);
  return {
    texts: addresses.map(({ text }) => text),
    addresses,
    seen: mo.seen,
    warnings: logger.lines.filter(({ level }) => level === 'warn'),
  };
};

const never = (): FakeReply => {
  throw new Error('nobody should ask');
};

describe('addresses', () => {
  test('the text is the value, and nobody asks the address register', async () => {
    const { addresses } = await read([address(3, TYPES.EMAIL, 'post@example.dk')], never);
    expect(addresses).toEqual([
      { uuid: uuid(3), type: TYPES.EMAIL, visibility: null, text: 'post@example.dk', person: null, unit: uuid(50), engagement: null },
    ]);
  });

  test('a text of two fields is joined as MO shows it, a blank second field left out', async () => {
    const { texts } = await read(
      [address(1, TYPES.MULTIFIELD_TEXT, 'Indgang A', '2. sal'), address(2, TYPES.MULTIFIELD_TEXT, 'Indgang B', ' ')],
      never,
    );
    expect(texts).toEqual(['Indgang A :: 2. sal', 'Indgang B']);
  });

  test('a street address is looked up, "Ukendt" and blank are none', async () => {
    const objects = [1, 2, 3].map((number) => address(number, TYPES.DAR, uuid(70 + number)));
    const { texts, seen, warnings } = await read(objects, () => ({
      json: pageOf('addresses', [named(1, 'Ærøvej 12A, 9999 Eksempelby'), named(2, 'Ukendt'), named(3, ' ')]),
    }));
    expect(texts).toEqual(['Ærøvej 12A, 9999 Eksempelby', null, null]);
    expect(seen.at(-1)?.variables).toEqual({ keys: [uuid(1), uuid(2), uuid(3)] });
    expect(warnings).toEqual([]);
  });

  test('an error at one look-up leaves that text out only, and is said once', async () => {
    const answer = {
      data: { addresses: { objects: [named(1, 'Ærøvej 1'), named(2, null)], page_info: { next_cursor: null } } },
      errors: [{ message: 'timeout', path: ['addresses', 'objects', 1, 'current', 'name'] }],
    };
    const { texts, warnings } = await read(two, () => ({ json: answer }));
    expect(texts).toEqual(['Ærøvej 1', null, 'post@example.dk']);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.fields).toEqual({ missing: 1, of: 2 });
  });

  test.each<[string, FakeReply]>([
    ['hangs', { silent: true }],
    ['ends in HTTP 500', { status: 500, text: 'Internal Server Error' }],
    ['ends in errors elsewhere', { json: { data: null, errors: [{ message: 'x', path: ['addresses'] }] } }],
  ])('a look-up that %s costs the texts, never the read', async (_name, reply) => {
    const { texts, warnings, seen } = await read(two, () => reply, 1);
    expect(texts).toEqual([null, null, 'post@example.dk']);
    expect(warnings).toHaveLength(1);
    expect(seen.filter(({ operation }) => operation === 'StreetNames')).toHaveLength(1);
  });

  test('a role missing for the look-up is no outage', async () => {
    const failed = read(two, () => ({ json: { data: null, errors: [{ message: 'No policy approved the access', path: ['addresses'] }] } }));
    expect(await failureOf(failed)).toMatchObject({ code: 'mo-role' });
  });

  test('an error in the addresses themselves fails the read', async () => {
    await using mo = await startFakeMo(() => ({
      json: { data: null, errors: [{ message: 'x', path: ['addresses', 'objects', 0, 'current', 'value'] }] },
    }));
    const reader = createMoReader({ settings: moSettings(mo.url), logger: recordedLog() });
    expect(await failureOf(reader.personAddresses([uuid(1)]))).toMatchObject({ code: 'mo-answer' });
  });
});
