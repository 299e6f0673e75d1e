import { ORG_UNIT_LIST_FIELDS, ORG_UNIT_TEXT_FIELDS, type FkOrgUnit, type OrgUnitDraft } from '@os2bridge/model';
import { describe, expect, it } from 'vitest';
import { carriedFields, mergeOrgUnit, ownedFieldsOf } from '../src/index.ts';
import { decideUnit, fkId, FK_ORG_TABLE, payloadOf, personId, rulesWith, TOP, unitId } from './municipality.ts';

/** What FK has: every field filled. */
const FULL: FkOrgUnit = {
  Uuid: unitId(1),
  Name: 'Gammelt navn',
  ParentOrgUnitUuid: TOP,
  ManagerUuid: personId(9),
  PayoutUnitUuid: unitId(7),
  ShortKey: 'd4c3b2a1',
  PhoneNumber: '70000000',
  Email: 'gammel@example.dk',
  Location: 'Lokale 1',
  Landline: '49494949',
  Url: 'https://fk.example.dk',
  Ean: '579',
  Contact: 'Rådhuset',
  ContactOpenHours: 'Ma-fr 10-15',
  PhoneOpenHours: '9-15',
  EmailRemarks: 'Sikker post',
  PostReturn: 'Retur 1',
  Post: 'Gammel Vej 8',
  PostSecondary: 'Boks 2',
  FOA: 'F1',
  PNR: '1001234567',
  SOR: '44',
  DtrId: 'H-1',
  LOSShortName: 'BØU',
  LOSId: 'L1',
  Tasks: [fkId(1)],
  ItSystems: [fkId(2)],
  ContactForTasks: [fkId(3)],
  ContactPlaces: [fkId(4)],
};
const merge = (
  rules = rulesWith(),
  over: Partial<Parameters<typeof mergeOrgUnit>[1]> = {},
  draft: OrgUnitDraft = payloadOf(decideUnit({ rules })),
): FkOrgUnit => mergeOrgUnit(draft, { rules, keep: [], ownedFields: new Set(), current: FULL, ...over });
const differing = (merged: FkOrgUnit) =>
  [...ORG_UNIT_TEXT_FIELDS, ...ORG_UNIT_LIST_FIELDS]
    .filter((field) => JSON.stringify(merged[field]) !== JSON.stringify(FULL[field]))
    .toSorted();

describe('what MO does not own (sync-rules §1.2)', () => {
  it('with the seed table: what no row names, and what is never MO’s, is carried over; the rest is overwritten, also with nothing', () => {
    const merged = merge();
    expect(differing(merged)).toEqual(['DtrId', 'Ean', 'Email', 'ItSystems', 'Location', 'PhoneNumber', 'Post']);
    expect(merged).toMatchObject({
      Name: 'Enhed 1',
      ManagerUuid: personId(9),
      PayoutUnitUuid: unitId(7),
      ShortKey: 'd4c3b2a1',
      Email: null,
      ItSystems: [],
    });
  });

  it('with the fk-org table also Url, PNR, Contact and PhoneOpenHours are MO’s', () => {
    expect(differing(merge(rulesWith({ addressRules: FK_ORG_TABLE })))).toEqual(
      ['Contact', 'DtrId', 'Ean', 'Email', 'ItSystems', 'Location', 'PNR', 'PhoneNumber', 'PhoneOpenHours', 'Post', 'Url'].toSorted(),
    );
  });

  it.each([
    ['ManagerUuid', { syncManagers: true }, {}],
    ['Tasks', {}, { enableKle: false }],
    ['ContactForTasks', { contactForTasks: true }, {}],
    ['ContactForTasks', { contactForTasks: true }, { contactForTasks: true, enableKle: false }],
    ['Landline', { addressRules: [{ scope: 'PHONE', class: fkId(9), field: 'Landline' as const }] }, {}],
    ['SOR', { addressRules: [{ scope: 'TEXT', userKey: 'SOR', field: 'SOR' as const }] }, {}],
  ])('%s is carried over only while no setting fills it', (field, filling, carrying) => {
    expect(carriedFields(rulesWith(filling))).not.toContain(field);
    expect(carriedFields(rulesWith(carrying))).toContain(field);
  });

  it.each(['LOSShortName', 'ShortKey', 'PayoutUnitUuid', 'ContactPlaces', 'SOR'])(
    '%s is carried over under the usual settings',
    (field) => {
      for (const addressRules of [rulesWith().addressRules, FK_ORG_TABLE]) {
        expect(carriedFields(rulesWith({ addressRules, syncManagers: true, contactForTasks: true }))).toContain(field);
      }
    },
  );

  it('Tasks and ContactOpenHours stay until MO has sent a value', () => {
    expect(merge()).toMatchObject({ Tasks: [fkId(1)], ContactOpenHours: 'Ma-fr 10-15' });
    expect(merge(rulesWith(), { ownedFields: new Set(['Tasks']) })).toMatchObject({ Tasks: [], ContactOpenHours: 'Ma-fr 10-15' });
    expect(merge(rulesWith(), { ownedFields: new Set(['ContactOpenHours']) })).toMatchObject({ Tasks: [fkId(1)], ContactOpenHours: null });
  });

  it('Tasks of MO replace FK’s at once', () => {
    const draft = { ...payloadOf(decideUnit({})), Tasks: [fkId(8)], ContactOpenHours: 'Ti 9-12' };
    expect(merge(rulesWith(), {}, draft)).toMatchObject({ Tasks: [fkId(8)], ContactOpenHours: 'Ti 9-12' });
  });

  it('Tasks are FK’s while KLE is switched off, although MO once sent them', () => {
    expect(merge(rulesWith({ enableKle: false }), { ownedFields: new Set(['Tasks']) }).Tasks).toEqual([fkId(1)]);
  });

  it('a street address that could not be looked up stays as FK has it', () => {
    expect(merge(rulesWith(), { keep: ['Post'] })).toMatchObject({ Post: 'Gammel Vej 8', Location: null });
  });

  it('a unit that FK does not know has nothing to carry over and is whole', () => {
    const merged = merge(rulesWith(), { current: null, keep: ['Post'] });
    for (const field of ORG_UNIT_TEXT_FIELDS) expect(merged[field]).toBeNull();
    for (const field of ORG_UNIT_LIST_FIELDS) expect(merged[field]).toEqual([]);
    expect(merged).toMatchObject({ Uuid: unitId(1), ShortKey: null, PayoutUnitUuid: null, ManagerUuid: null });
  });

  it('an empty text of FK is carried over as nothing', () => {
    expect(merge(rulesWith(), { current: { ...FULL, Url: '', ShortKey: '' } })).toMatchObject({ Url: null, ShortKey: null });
  });

  it('MO owns Tasks and ContactOpenHours from the first value on, and for ever', () => {
    const draft = payloadOf(decideUnit({}));
    expect([...ownedFieldsOf(draft, new Set())]).toEqual([]);
    expect([...ownedFieldsOf({ ...draft, Tasks: [fkId(1)] }, new Set())]).toEqual(['Tasks']);
    expect([...ownedFieldsOf({ ...draft, ContactOpenHours: '9-12' }, new Set(['Tasks']))].toSorted()).toEqual([
      'ContactOpenHours',
      'Tasks',
    ]);
    expect([...ownedFieldsOf(draft, new Set(['Tasks']))]).toEqual(['Tasks']);
  });
});
