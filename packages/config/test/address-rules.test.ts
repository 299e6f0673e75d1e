import { parseUuid } from '@os2bridge/model';
import { describe, expect, test } from 'vitest';
import { addressRulesOf } from '../src/index.ts';
import { load } from './load.ts';

const LANDLINE = parseUuid('c0000000-0000-4000-8000-000000000004')!;

/** Table of sync-rules §1.2: scope, user key, field in "seed", field in "fk-org". */
const table: readonly [string, string | undefined, string | undefined, string | undefined][] = [
  ['EMAIL', 'whatever', 'Email', 'Email'],
  ['EAN', 'whatever', 'Ean', 'Ean'],
  ['PHONE', 'whatever', 'PhoneNumber', 'PhoneNumber'],
  ['DAR', 'Contact', 'Post', 'Contact'],
  ['DAR', 'Location', 'Post', 'Location'],
  ['DAR', 'whatever', 'Post', 'Post'],
  ['PNUMBER', 'whatever', 'Location', 'PNR'],
  ['TEXT', 'ContactOpenHours', 'ContactOpenHours', 'ContactOpenHours'],
  ['TEXT', 'DtrId', 'DtrId', 'DtrId'],
  ['TEXT', 'PhoneOpenHours', undefined, 'PhoneOpenHours'],
  ['TEXT', 'whatever', undefined, undefined],
  ['WWW', 'whatever', undefined, 'Url'],
];

const fieldOf = (rules: ReturnType<typeof addressRulesOf>, scope: string, userKey?: string, type?: string): string | undefined =>
  rules.find((rule) => rule.scope === scope && (rule.userKey ?? userKey) === userKey && (rule.class ?? type) === type)?.field;

describe('the ready-made tables', () => {
  test.each(table)('%s %s goes to %s (seed) and %s (fk-org)', (scope, userKey, seed, fkOrg) => {
    expect(fieldOf(addressRulesOf('seed', []), scope, userKey)).toBe(seed);
    expect(fieldOf(addressRulesOf('fk-org', []), scope, userKey)).toBe(fkOrg);
  });

  test.each(['seed', 'fk-org'] as const)('a phone of a landline class goes to Landline, any other to PhoneNumber (%s)', (preset) => {
    const rules = addressRulesOf(preset, [LANDLINE]);
    expect(fieldOf(rules, 'PHONE', 'whatever', LANDLINE)).toBe('Landline');
    expect(fieldOf(rules, 'PHONE', 'whatever', 'another')).toBe('PhoneNumber');
  });

  test('without landline classes no row names Landline', () => {
    expect(addressRulesOf('seed', []).map(({ field }) => field)).not.toContain('Landline');
  });
});

describe('os2sync.address_fields', () => {
  test('by default it is the seed table, with the landline classes', () => {
    expect(load({ 'os2sync.landline_scope_classes': [LANDLINE] }).rules.addressRules).toEqual(addressRulesOf('seed', [LANDLINE]));
  });

  test("a table of one's own stands alone", () => {
    const own = [
      { scope: 'PHONE', class: LANDLINE.toUpperCase(), field: 'Landline' },
      { scope: 'TEXT', user_key: 'LosId', field: 'LOSId' },
    ];
    expect(load({ 'os2sync.address_fields': own, 'os2sync.landline_scope_classes': [LANDLINE] }).rules.addressRules).toEqual([
      { scope: 'PHONE', class: LANDLINE, field: 'Landline' },
      { scope: 'TEXT', userKey: 'LosId', field: 'LOSId' },
    ]);
  });
});
