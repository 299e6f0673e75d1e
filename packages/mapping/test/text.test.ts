import { describe, expect, it } from 'vitest';
import {
  account,
  AD,
  ADA,
  address,
  decidePerson,
  decideUnit,
  engagement,
  klass,
  payloadOf,
  person,
  sent,
  unit,
  unitId,
  type Municipality,
} from './municipality.ts';

const EMAIL = klass(1, { scope: 'EMAIL' });
const unitName = (name: string, rules: Municipality['rules'] = {}) => payloadOf(decideUnit({ rules }, { unit: unit(1, 0, { name }) })).Name;
const personName = (name: string, rules: Municipality['rules'] = {}) =>
  payloadOf(decidePerson({ rules }, { person: person({ name }) })).Person.Name;

describe('texts (sync-rules §1.7)', () => {
  it('are trimmed, blanks inside stay', () => {
    expect(unitName(' \t Vej  og   Park\n')).toBe('Vej  og   Park');
  });

  it('are nothing when empty', () => {
    expect(payloadOf(decideUnit({ classes: [EMAIL] }, { addresses: [address(1, EMAIL, ' \n ')] })).Email).toBeNull();
  });

  it('are cut to 200, a person’s name to 100', () => {
    expect(unitName('Æ'.repeat(500))).toBe('Æ'.repeat(200));
    expect(unitName('Ø'.repeat(200))).toBe('Ø'.repeat(200));
    expect(personName('Å'.repeat(500))).toBe('Å'.repeat(100));
  });

  it('are cut to truncate_length, never beyond FK’s own limits', () => {
    expect(unitName('B'.repeat(60), { truncateLength: 40 })).toBe('B'.repeat(40));
    expect(unitName('F'.repeat(300), { truncateLength: 500 })).toBe('F'.repeat(200));
    expect(personName('C'.repeat(60), { truncateLength: 40 })).toBe('C'.repeat(40));
    expect(personName('G'.repeat(150), { truncateLength: 500 })).toBe('G'.repeat(100));
  });

  it('count an emoji as one character and never halve it', () => {
    expect(unitName('🌳'.repeat(150) + 'Å'.repeat(100))).toBe('🌳'.repeat(150) + 'Å'.repeat(50));
    expect(unitName('🌳'.repeat(200))).toBe('🌳'.repeat(200));
  });

  it('do not end in a blank by the cut', () => {
    expect(unitName(`${'a'.repeat(199)} b`)).toBe('a'.repeat(199));
  });

  it('report every cut with field and uuid', () => {
    const job = klass(2, { name: 'P'.repeat(300) });
    const decision = sent(
      decidePerson(
        { classes: [EMAIL, job] },
        {
          person: person({ name: 'N'.repeat(300) }),
          accounts: [account(1, AD, 'K'.repeat(300), { person: ADA })],
          addresses: [address(1, EMAIL, 'E'.repeat(300))],
          engagements: [engagement(1, { jobFunction: job.uuid }), engagement(2)],
        },
      ),
    );
    expect(decision.reports).toEqual([
      { code: 'cut', field: 'Positions.Name', uuid: engagement(1).uuid },
      { code: 'cut', field: 'UserId', uuid: ADA },
      { code: 'cut', field: 'Person.Name', uuid: ADA },
      { code: 'cut', field: 'Email', uuid: address(1, EMAIL, '').uuid },
    ]);
    expect([decision.payload.UserId.length, decision.payload.Email?.length, decision.payload.Person.Name.length]).toEqual([200, 200, 100]);
  });

  it('lose what JSON or FK cannot carry, and that is reported', () => {
    const decision = decideUnit({}, { unit: unit(1, 0, { name: '\u0000Børn\u0007 og\ud83c Un\udf33ge\u009f\ufffe' }) });
    expect(payloadOf(decision).Name).toBe('Børn og Unge');
    expect(decision.reports).toEqual([{ code: 'control-characters', field: 'Name', uuid: unitId(1) }]);
  });

  it('keep line breaks and tabs inside: opening hours have lines', () => {
    const hours = klass(3, { userKey: 'ContactOpenHours', scope: 'TEXT' });
    expect(payloadOf(decideUnit({ classes: [hours] }, { addresses: [address(1, hours, 'Man 9-15\nTir\t9-17')] })).ContactOpenHours).toBe(
      'Man 9-15\nTir\t9-17',
    );
  });

  it('pass HTML, ampersands and quotes as text', () => {
    const odd = '<script>alert("x")</script> & \'æøå\' 👩‍🏫';
    expect([unitName(odd), personName(odd)]).toEqual([odd, odd]);
  });
});
