import { describe, expect, it } from 'vitest';
import {
  account,
  address,
  ADA,
  codesOf,
  decidePerson,
  engagement,
  engagementId,
  FK_ORG,
  fkId,
  INTERNAL,
  klass,
  payloadOf,
  PUBLIC,
  SECRET,
  told,
  type Municipality,
} from './municipality.ts';

const EMAIL = klass(1, { scope: 'EMAIL' });
const EMAIL2 = klass(2, { scope: 'EMAIL' });
const MOBILE = klass(3, { scope: 'PHONE' });
const WORK = klass(4, { scope: 'PHONE' });
const LANDLINE = klass(5, { scope: 'PHONE' });
const NOTE = klass(6, { scope: 'TEXT' });
const HOME = klass(7, { scope: 'DAR' });
const classes = [EMAIL, EMAIL2, MOBILE, WORK, LANDLINE, NOTE, HOME];
const ALL = [
  address(1, EMAIL, 'a@example.dk'),
  address(2, EMAIL2, 'b@example.dk'),
  address(3, MOBILE, '20202020'),
  address(4, WORK, '75757575'),
  address(5, LANDLINE, '45454545'),
  address(6, NOTE, 'ÅB'),
  address(7, HOME, 'Hjemvej 1'),
];

const fields = (rules: Municipality['rules'] = {}, addresses = ALL) => {
  const { Email, PhoneNumber, Landline } = payloadOf(decidePerson({ classes, rules }, { addresses }));
  return { Email, PhoneNumber, Landline };
};

describe('e-mail, phone and landline of an FK user (sync-rules §1.4)', () => {
  it('without lists come from every class of the right scope, lowest uuid first; landline from none', () => {
    expect(fields()).toEqual({ Email: 'a@example.dk', PhoneNumber: '20202020', Landline: null });
    expect(fields({}, ALL.toReversed())).toEqual(fields());
  });

  it('a list is an order of preference, whatever the order and uuids of the addresses', () => {
    expect(fields({ emailClasses: [EMAIL2.uuid, EMAIL.uuid], phoneClasses: [WORK.uuid, MOBILE.uuid] })).toMatchObject({
      Email: 'b@example.dk',
      PhoneNumber: '75757575',
    });
    expect(fields({ phoneClasses: [LANDLINE.uuid, MOBILE.uuid] }, ALL.slice(0, 4))).toMatchObject({ PhoneNumber: '20202020' });
  });

  it('a list leaves all other classes out', () => {
    expect(fields({ emailClasses: [EMAIL2.uuid] }, ALL.slice(0, 1))).toMatchObject({ Email: null });
    expect(fields({ phoneClasses: [WORK.uuid] }, ALL.slice(2, 3))).toMatchObject({ PhoneNumber: null });
  });

  it('ties within a class go to the lowest address uuid', () => {
    const addresses = [address(9, MOBILE, '99'), address(8, MOBILE, '88')];
    expect(fields({ phoneClasses: [MOBILE.uuid] }, addresses)).toMatchObject({ PhoneNumber: '88' });
  });

  it('an empty list means none', () => {
    expect(fields({ emailClasses: [], phoneClasses: [], landlineClasses: [] })).toEqual({ Email: null, PhoneNumber: null, Landline: null });
  });

  it('landline classes fill Landline and are never phones, not even when listed as such', () => {
    expect(fields({ landlineClasses: [LANDLINE.uuid, MOBILE.uuid] })).toMatchObject({ PhoneNumber: '75757575', Landline: '45454545' });
    expect(fields({ landlineClasses: [LANDLINE.uuid], phoneClasses: [LANDLINE.uuid] })).toMatchObject({
      PhoneNumber: null,
      Landline: '45454545',
    });
    expect(fields({ landlineClasses: [] }, [address(5, LANDLINE, '45454545')])).toMatchObject({ PhoneNumber: '45454545', Landline: null });
  });

  it.each([
    [PUBLIC, '20202020'],
    [null, '20202020'],
    [INTERNAL, null],
    [SECRET, null],
  ])('a secret phone number is never sent', (visibility, expected) => {
    const addresses = [address(3, MOBILE, '20202020', { visibility: visibility?.uuid ?? null })];
    expect(fields({}, addresses).PhoneNumber).toBe(expected);
    expect(fields({ landlineClasses: [MOBILE.uuid] }, addresses).Landline).toBe(expected);
  });

  it('a secret number loses to a public one of a worse class', () => {
    const addresses = [address(3, MOBILE, '20202020', { visibility: SECRET.uuid }), address(4, WORK, '75757575')];
    expect(fields({ phoneClasses: [MOBILE.uuid, WORK.uuid] }, addresses)).toMatchObject({ PhoneNumber: '75757575' });
  });

  it('addresses of other scopes fill nothing', () => {
    expect(fields({}, ALL.slice(5))).toEqual({ Email: null, PhoneNumber: null, Landline: null });
  });

  it('an ended class counts with its last known scope and is reported', () => {
    const old = klass(8, { scope: 'EMAIL', ended: true });
    const [decision] = decidePerson({ classes: [old] }, { addresses: [address(1, old, 'a@example.dk')] });
    expect(decision && codesOf(decision)).toEqual(['ended-class']);
    expect(decision?.verdict === 'upsert' && decision.payload.Email).toBe('a@example.dk');
  });

  it('a visibility or type that MO does not know sends nothing on a guess', () => {
    expect(decidePerson({ classes }, { addresses: [address(1, EMAIL, 'x', { visibility: klass(50).uuid })] }).map(told)).toEqual([
      'error unknown-class',
    ]);
    expect(decidePerson({ classes }, { addresses: [address(1, klass(51), 'x')] }).map(told)).toEqual(['error unknown-class']);
  });

  it('with group_by_engagement_uuid a group with an engagement has only what is linked to it', () => {
    const linked = [address(1, EMAIL, 'lærer@example.dk', { engagement: engagementId(1) }), address(3, MOBILE, '20202020')];
    const accounts = [1, 2].map((n) => account(n, FK_ORG, fkId(n), { person: ADA, engagements: [engagementId(n)] }));
    const emails = (groupByEngagement: boolean) =>
      decidePerson(
        { classes, rules: { groupByEngagement, uuidSystems: ['FK Organisation'] } },
        { accounts, addresses: linked, engagements: [engagement(1), engagement(2)] },
      ).map((decision) => decision.verdict === 'upsert' && [decision.payload.Email, decision.payload.PhoneNumber]);
    expect(emails(true)).toEqual([
      ['lærer@example.dk', null],
      [null, null],
    ]);
    expect(emails(false)).toEqual([
      ['lærer@example.dk', '20202020'],
      ['lærer@example.dk', '20202020'],
    ]);
    expect(payloadOf(decidePerson({ classes, rules: { groupByEngagement: true } }, { addresses: linked })).Email).toBe('lærer@example.dk');
  });
});
