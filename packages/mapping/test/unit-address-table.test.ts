import type { OrgUnitTextField } from '@os2bridge/model';
import { describe, expect, it } from 'vitest';
import {
  address,
  codesOf,
  decideUnit,
  FK_ORG_TABLE,
  INTERNAL,
  klass,
  payloadOf,
  PUBLIC,
  SECRET,
  SEED_TABLE,
  sent,
  told,
  type Municipality,
} from './municipality.ts';

const TYPES = {
  email: klass(1, { userKey: 'EmailUnit', scope: 'EMAIL' }),
  ean: klass(2, { userKey: 'EAN', scope: 'EAN' }),
  phone: klass(3, { userKey: 'PhoneUnit', scope: 'PHONE' }),
  contact: klass(4, { userKey: 'Contact', scope: 'DAR' }),
  location: klass(5, { userKey: 'Location', scope: 'DAR' }),
  post: klass(6, { userKey: 'AddressMailUnit', scope: 'DAR' }),
  pnumber: klass(7, { userKey: 'p-nummer', scope: 'PNUMBER' }),
  hours: klass(8, { userKey: 'ContactOpenHours', scope: 'TEXT' }),
  dtr: klass(9, { userKey: 'DtrId', scope: 'TEXT' }),
  phoneHours: klass(10, { userKey: 'PhoneOpenHours', scope: 'TEXT' }),
  fax: klass(11, { userKey: 'Fax', scope: 'TEXT' }),
  web: klass(12, { userKey: 'WebUnit', scope: 'WWW' }),
  scopeless: klass(13, { userKey: 'Contact', scope: null }),
  lowerCase: klass(14, { userKey: 'contact', scope: 'DAR' }),
} as const;
type TypeName = keyof typeof TYPES;
const classes = Object.values(TYPES);
const SEED: Municipality = { classes };
const FK: Municipality = { classes, rules: { addressRules: FK_ORG_TABLE } };

const filledBy = (world: Municipality, type: TypeName): readonly string[] => {
  const payload = payloadOf(decideUnit(world, { addresses: [address(1, TYPES[type], 'værdi')] }));
  return Object.entries(payload)
    .filter(([, value]) => value === 'værdi')
    .map(([field]) => field);
};

describe('the address table of a unit (sync-rules §1.2)', () => {
  const rows: readonly [TypeName, OrgUnitTextField | null, OrgUnitTextField | null][] = [
    ['email', 'Email', 'Email'],
    ['ean', 'Ean', 'Ean'],
    ['phone', 'PhoneNumber', 'PhoneNumber'],
    ['contact', 'Post', 'Contact'],
    ['location', 'Post', 'Location'],
    ['post', 'Post', 'Post'],
    ['lowerCase', 'Post', 'Post'],
    ['pnumber', 'Location', 'PNR'],
    ['hours', 'ContactOpenHours', 'ContactOpenHours'],
    ['dtr', 'DtrId', 'DtrId'],
    ['phoneHours', null, 'PhoneOpenHours'],
    ['web', null, 'Url'],
    ['fax', null, null],
    ['scopeless', null, null],
  ];

  it.each(rows)(
    'an address of type %s fills %s with the seed table and %s with the fk-org table, and nothing else',
    (type, seed, fkOrg) => {
      expect(filledBy(SEED, type)).toEqual(seed ? [seed] : []);
      expect(filledBy(FK, type)).toEqual(fkOrg ? [fkOrg] : []);
    },
  );

  it('fills Landline by class, and the phone with the rest', () => {
    const addressRules = [{ scope: 'PHONE', class: TYPES.phone.uuid, field: 'Landline' }, ...SEED_TABLE] as const;
    const other = klass(15, { scope: 'PHONE' });
    const world: Municipality = { classes: [...classes, other], rules: { addressRules } };
    const payload = payloadOf(decideUnit(world, { addresses: [address(1, TYPES.phone, '49494949'), address(2, other, '70101010')] }));
    expect(payload).toMatchObject({ Landline: '49494949', PhoneNumber: '70101010' });
  });

  it('takes the first matching row of an own table and drops what no row names', () => {
    const addressRules = [
      { scope: 'EMAIL', field: 'EmailRemarks' },
      { scope: 'EMAIL', field: 'Email' },
    ] as const;
    const payload = payloadOf(
      decideUnit(
        { classes, rules: { addressRules } },
        { addresses: [address(1, TYPES.email, 'a@example.dk'), address(2, TYPES.ean, '5790')] },
      ),
    );
    expect(payload).toMatchObject({ EmailRemarks: 'a@example.dk', Email: null });
    expect(payload).not.toHaveProperty('Ean');
  });

  it('says null for every field that the table can fill and MO does not', () => {
    const payload = payloadOf(decideUnit(SEED));
    for (const { field } of SEED_TABLE) expect(payload[field]).toBeNull();
    expect(payload).not.toHaveProperty('Url');
  });

  it('sends the last address in uuid order, whatever the order they come in', () => {
    const addresses = [
      address(1, TYPES.email, 'a@example.dk'),
      address(3, TYPES.email, 'c@example.dk'),
      address(2, TYPES.email, 'b@example.dk'),
    ];
    expect(payloadOf(decideUnit(SEED, { addresses })).Email).toBe('c@example.dk');
    expect(payloadOf(decideUnit(SEED, { addresses: addresses.toReversed() })).Email).toBe('c@example.dk');
  });

  it.each([
    [PUBLIC, 'leder@example.dk'],
    [null, 'leder@example.dk'],
    [INTERNAL, null],
    [SECRET, null],
  ])('sends only what is public or unset', (visibility, expected) => {
    const addresses = [address(1, TYPES.email, 'leder@example.dk', { visibility: visibility?.uuid ?? null })];
    expect(payloadOf(decideUnit(SEED, { addresses })).Email).toBe(expected);
  });

  it('sends the public address although a hidden one comes later in uuid order', () => {
    const addresses = [
      address(1, TYPES.email, 'post@example.dk'),
      address(2, TYPES.email, 'leder@example.dk', { visibility: SECRET.uuid }),
    ];
    expect(payloadOf(decideUnit(SEED, { addresses })).Email).toBe('post@example.dk');
  });

  it('counts ended types and visibilities with their last known state and reports them', () => {
    const old = klass(16, { scope: 'EMAIL', ended: true });
    const open = klass(17, { scope: 'PUBLIC', ended: true });
    const decision = decideUnit({ classes: [old, open] }, { addresses: [address(1, old, 'a@example.dk', { visibility: open.uuid })] });
    expect(payloadOf(decision).Email).toBe('a@example.dk');
    expect(decision.reports.map((one) => one.uuid)).toEqual([open.uuid, old.uuid]);
    expect(codesOf(decision)).toEqual(['ended-class', 'ended-class']);
  });

  it('sends nothing on a guess when MO does not know a type or visibility', () => {
    expect(told(decideUnit(SEED, { addresses: [address(1, klass(50), 'x')] }))).toBe('error unknown-class');
    expect(told(decideUnit(SEED, { addresses: [address(1, TYPES.email, 'x', { visibility: klass(51).uuid })] }))).toBe(
      'error unknown-class',
    );
  });
});

describe('street addresses that cannot be looked up (sync-rules §1.2)', () => {
  it('keep what FK has and are reported', () => {
    const decision = sent(decideUnit(SEED, { addresses: [address(1, TYPES.post, null)] }));
    expect(decision.keep).toEqual(['Post']);
    expect(decision.reports).toEqual([{ code: 'address-lookup-failed', field: 'Post', uuid: address(1, TYPES.post, null).uuid }]);
  });

  it('decide when they are the last in uuid order, and only then', () => {
    const failing = address(2, TYPES.post, null);
    expect(sent(decideUnit(SEED, { addresses: [address(1, TYPES.post, 'Ny Vej 1'), failing] })).keep).toEqual(['Post']);
    const later = sent(decideUnit(SEED, { addresses: [failing, address(3, TYPES.contact, 'Ny Vej 1')] }));
    expect([later.keep, later.payload.Post]).toEqual([[], 'Ny Vej 1']);
  });

  it('do not matter when they are hidden', () => {
    expect(sent(decideUnit(SEED, { addresses: [address(1, TYPES.post, null, { visibility: SECRET.uuid })] })).keep).toEqual([]);
  });
});
