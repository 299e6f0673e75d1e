import type { MoAddress } from '@os2bridge/model';
import { describe, expect, it } from 'vitest';
import { completeUser } from '../src/index.ts';
import {
  account,
  address,
  codesOf,
  decidePerson,
  engagement,
  FK_ORG,
  fkId,
  klass,
  NON_PRIMARY,
  payloadOf,
  PRIMARY,
  SECRET,
  sent,
  unit,
  unitId,
  type PersonThings,
} from './municipality.ts';

const POST = klass(1, { name: 'Postadresse', scope: 'DAR' });
const VISIT = klass(2, { name: 'Henvendelsessted', scope: 'DAR' });
const COOK = klass(3, { name: 'Kok' });
const TEACHER = klass(4, { name: 'Lærer' });
const units = [unit(0, null), unit(1, 0), unit(2, 0)];
const world = (titles = ['Postadresse']) => ({ classes: [POST, VISIT, COOK, TEACHER], units, rules: { engagementAddressTitles: titles } });
const at = (n: number, unitNumber: number, text: string | null, type = POST, over: Partial<MoAddress> = {}): MoAddress =>
  address(n, type, text, { unit: unitId(unitNumber), ...over });
const cook = (over = {}) => engagement(1, { unit: unitId(1), jobFunction: COOK.uuid, ...over });
const teacher = (over = {}) => engagement(2, { unit: unitId(2), jobFunction: TEACHER.uuid, ...over });
const location = (things: PersonThings, titles?: string[]) => payloadOf(decidePerson(world(titles), things)).Location;

describe('the Location of an FK user (sync-rules §1.4)', () => {
  it('is nothing without the setting', () => {
    expect(location({ engagements: [cook()], unitAddresses: [at(1, 1, 'Gade 5')] }, [])).toBeNull();
  });

  it('is the address of the position’s unit whose type has the title', () => {
    const unitAddresses = [at(1, 1, 'Torvet 2', VISIT), at(2, 1, 'Gade 5'), at(3, 2, 'Andet sted')];
    expect(location({ engagements: [cook()], unitAddresses })).toBe('Gade 5');
    expect(location({ engagements: [cook()], unitAddresses: unitAddresses.slice(0, 1) })).toBeNull();
  });

  it('goes by the order of the titles, then by the lowest address uuid', () => {
    const unitAddresses = [at(3, 1, 'Gade 3'), at(2, 1, 'Gade 2'), at(4, 1, 'Torvet 4', VISIT)];
    expect(location({ engagements: [cook()], unitAddresses }, ['Henvendelsessted', 'Postadresse'])).toBe('Torvet 4');
    expect(location({ engagements: [cook()], unitAddresses }, ['Ukendt titel', ' Postadresse '])).toBe('Gade 2');
  });

  it('is that of the primary position, else of the first', () => {
    const unitAddresses = [at(1, 1, 'Køkkenet'), at(2, 2, 'Skolen')];
    expect(location({ engagements: [cook({ primary: NON_PRIMARY.uuid }), teacher({ primary: PRIMARY.uuid })], unitAddresses })).toBe(
      'Skolen',
    );
    expect(location({ engagements: [teacher(), cook()], unitAddresses })).toBe('Køkkenet');
    expect(location({ engagements: [teacher({ primary: NON_PRIMARY.uuid }), cook()], unitAddresses })).toBe('Køkkenet');
  });

  it('with several primary positions is that of the first position, with a warning', () => {
    const decision = sent(
      decidePerson(world(), {
        engagements: [teacher({ primary: PRIMARY.uuid }), cook({ primary: PRIMARY.uuid })],
        unitAddresses: [at(1, 1, 'Køkkenet')],
      }),
    );
    expect(decision.payload.Location).toBe('Køkkenet');
    expect(codesOf(decision)).toEqual(['several-primary']);
  });

  it('with several primary positions is that of the first position even where that one is not primary', () => {
    const engagements = [
      cook(),
      teacher({ primary: PRIMARY.uuid }),
      engagement(3, { unit: unitId(2), jobFunction: TEACHER.uuid, from: '2021-01-01', primary: PRIMARY.uuid }),
    ];
    expect(location({ engagements, unitAddresses: [at(1, 1, 'Køkkenet'), at(2, 2, 'Skolen')] })).toBe('Køkkenet');
  });

  it.each([
    ['3000', 'Skolen'],
    ['5000', 'Skolen'],
    ['2999', 'Køkkenet'],
    ['0', 'Køkkenet'],
    ['PRIMARY', 'Køkkenet'],
    [null, 'Køkkenet'],
  ])('a primary class of scope %j gives %s: MO calls primary what is 3000 or more', (scope, expected) => {
    const type = klass(9, { name: 'Primær', scope });
    const input = { ...world(), classes: [POST, COOK, TEACHER, type] };
    const unitAddresses = [at(1, 1, 'Køkkenet'), at(2, 2, 'Skolen')];
    expect(payloadOf(decidePerson(input, { engagements: [cook(), teacher({ primary: type.uuid })], unitAddresses })).Location).toBe(
      expected,
    );
  });

  it('does not look at a primary position that is not sent', () => {
    const engagements = [teacher({ primary: PRIMARY.uuid }), cook()];
    const input = { ...world(), rules: { engagementAddressTitles: ['Postadresse'], filteredUnits: [unitId(2)] } };
    expect(payloadOf(decidePerson(input, { engagements, unitAddresses: [at(1, 1, 'Køkkenet'), at(2, 2, 'Skolen')] })).Location).toBe(
      'Køkkenet',
    );
  });

  it('is looked up by the MO unit although the position names the FK unit', () => {
    const input = {
      ...world(),
      rules: { engagementAddressTitles: ['Postadresse'], uuidSystems: ['FK Organisation'] },
      unitAccounts: [account(1, FK_ORG, fkId(1), { unit: unitId(1) })],
    };
    expect(payloadOf(decidePerson(input, { engagements: [cook()], unitAddresses: [at(1, 1, 'Køkkenet')] }))).toMatchObject({
      Location: 'Køkkenet',
      Positions: [{ OrgUnitUuid: fkId(1) }],
    });
  });

  it('is never a hidden address', () => {
    const unitAddresses = [at(1, 1, 'Krisecenter', VISIT, { visibility: SECRET.uuid }), at(2, 1, 'Gade 5')];
    expect(location({ engagements: [cook()], unitAddresses }, ['Henvendelsessted', 'Postadresse'])).toBe('Gade 5');
    expect(location({ engagements: [cook()], unitAddresses: unitAddresses.slice(0, 1) }, ['Henvendelsessted'])).toBeNull();
  });

  it('that could not be looked up keeps what FK has and is reported', () => {
    const decision = sent(
      decidePerson(world(['Henvendelsessted', 'Postadresse']), {
        engagements: [cook()],
        unitAddresses: [at(1, 1, null, VISIT), at(2, 1, 'Gade 5')],
      }),
    );
    expect(decision.keep).toEqual(['Location']);
    expect(codesOf(decision)).toEqual(['address-lookup-failed']);
    expect(completeUser(decision.payload, { keep: decision.keep, current: { Location: 'Gammel gade' } }).Location).toBe('Gammel gade');
    expect(completeUser(decision.payload, { keep: decision.keep, current: null }).Location).toBeNull();
    expect(completeUser({ ...decision.payload, Location: 'Ny' }, { keep: [], current: { Location: 'Gammel gade' } }).Location).toBe('Ny');
  });
});
