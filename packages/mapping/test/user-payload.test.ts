import { describe, expect, it } from 'vitest';
import {
  account,
  AD,
  ADA,
  codesOf,
  decidePerson,
  FK_ORG,
  fkId,
  payloadOf,
  person,
  sent,
  told,
  TOP,
  type Municipality,
  type PersonThings,
} from './municipality.ts';

const ad = (value: string) => account(1, AD, value, { person: ADA });
const fk = account(2, FK_ORG, fkId(1), { person: ADA });
const TEMPLATE = { templates: { personName: null, personUserId: '{{ user_key }}' } };
const userId = (rules: Municipality['rules'], things: PersonThings = {}) =>
  payloadOf(decidePerson({ rules: { uuidSystems: ['FK Organisation'], ...rules } }, things)).UserId;

describe('the payload of an FK user (sync-rules §1.4)', () => {
  it('is whole: every field is there, also the empty ones', () => {
    expect(payloadOf(decidePerson({}, { accounts: [ad('aabæk')] }))).toEqual({
      Uuid: ADA,
      UserId: 'aabæk',
      Person: { Name: 'Åse Bækmark', Cpr: '9912340001' },
      Positions: [{ Name: 'Pædagog', OrgUnitUuid: TOP, StartDate: '2020-02-01', StopDate: null }],
      Email: null,
      PhoneNumber: null,
      Landline: null,
      Location: null,
    });
  });

  it('UserId is the user key, else the template, else the FK uuid, else the MO uuid', () => {
    expect(userId(TEMPLATE, { accounts: [ad('aabæk'), fk] })).toBe('aabæk');
    expect(userId(TEMPLATE, { accounts: [fk] })).toBe('mo7');
    expect(userId({}, { accounts: [fk] })).toBe(fkId(1));
    expect(userId({})).toBe(ADA);
  });

  it('UserId passes over a blank user key and a template that renders blank', () => {
    expect(userId(TEMPLATE, { accounts: [ad('  ')] })).toBe('mo7');
    expect(userId({ templates: { personName: null, personUserId: ' {{ nickname }} ' } }, { accounts: [ad('')] })).toBe(ADA);
    expect(userId({}, { accounts: [ad(' aabæk ')] })).toBe('aabæk');
  });

  it('Person.Name is the template, else the name', () => {
    const rules = { templates: { personName: '{{ nickname }}', personUserId: null } };
    const name = (over: Parameters<typeof person>[0]) => payloadOf(decidePerson({ rules }, { person: person(over) })).Person.Name;
    expect(name({ nickname: 'Søs' })).toBe('Søs');
    expect(name({ nickname: '  ' })).toBe('Åse Bækmark');
    expect(decidePerson({ rules }, { person: person({ name: ' ' }) }).map(told)).toEqual(['error no-name']);
  });

  it('a template that cannot be rendered fails that person only, and the message holds no value', () => {
    const rules = { templates: { personName: '{{ nickname | first }}', personUserId: null } };
    const [decision] = decidePerson({ rules }, { person: person({ nickname: '' }) });
    expect(decision).toMatchObject({ verdict: 'error', reasons: ['template-error'], mo: ADA, fk: ADA });
    expect(JSON.stringify(decision)).toContain('person.name');
    for (const value of ['Åse', 'Bækmark', '9912340001', 'mo7']) expect(JSON.stringify(decision)).not.toContain(value);
    expect(decidePerson({ rules }, { person: person({ nickname: 'Søs' }) }).map(told)).toEqual(['upsert has-position']);
  });

  it.each([
    ['9912340001', '9912340001', []],
    ['0099000001', '0099000001', []],
    [' 9912340001 ', '9912340001', []],
    [null, null, ['no-cpr']],
    ['', null, ['no-cpr']],
    ['991234000', null, ['invalid-cpr']],
    ['991234-0001', null, ['invalid-cpr']],
    ['99123400011', null, ['invalid-cpr']],
    ['٩٩١٢٣٤٠٠٠١', null, ['invalid-cpr']],
  ])('CPR %j is sent as %j', (cpr, expected, codes) => {
    const decision = sent(decidePerson({}, { person: person({ cpr }) }));
    expect(decision.payload.Person.Cpr).toBe(expected);
    expect(codesOf(decision)).toEqual(codes);
  });

  it('CPR is not sent, and not missed, with xfer_cpr false', () => {
    for (const cpr of ['9912340001', null]) {
      const decision = sent(decidePerson({ rules: { transferCpr: false } }, { person: person({ cpr }) }));
      expect([decision.payload.Person.Cpr, decision.reports]).toEqual([null, []]);
    }
  });

  it('filter_users_by_it_system leaves out who has no user key', () => {
    const rules = { requireUserKey: true };
    expect(decidePerson({ rules })).toMatchObject([{ verdict: 'ignore', reasons: ['no-user-key'], fk: ADA }]);
    expect(decidePerson({ rules }, { accounts: [ad('  ')] }).map(told)).toEqual(['ignore no-user-key']);
    expect(decidePerson({ rules }, { accounts: [ad('aabæk')] }).map(told)).toEqual(['upsert has-position']);
    expect(decidePerson({}).map(told)).toEqual(['upsert has-position']);
  });
});
