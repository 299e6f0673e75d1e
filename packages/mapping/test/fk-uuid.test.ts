import { describe, expect, it } from 'vitest';
import {
  account,
  AD_GUID,
  ADA,
  decidePerson,
  decideUnit,
  engagement,
  FK_ORG,
  fkId,
  payloadOf,
  sent,
  told,
  tree,
  unit,
  unitId,
  type Municipality,
} from './municipality.ts';

const BOTH = { uuidSystems: ['FK Organisation', 'AD objekt-id'] };
const ONE = { uuidSystems: ['FK Organisation'] };
const fkOf = (world: Municipality) => tree(world).fkUuid(unitId(1));
const of = (n: number, system: typeof FK_ORG, value: string, owner = 1) => account(n, system, value, { unit: unitId(owner) });

describe('the FK uuid of a unit or person (sync-rules §1.6)', () => {
  it('is the MO uuid without the setting, without an account, and with accounts elsewhere', () => {
    const mo = { ok: true, uuid: unitId(1) };
    expect(fkOf({ unitAccounts: [of(1, FK_ORG, fkId(1))] })).toEqual(mo);
    expect(fkOf({ rules: ONE })).toEqual(mo);
    expect(fkOf({ rules: ONE, unitAccounts: [of(1, AD_GUID, fkId(1))] })).toEqual(mo);
  });

  it('comes from the earliest listed system that has an account', () => {
    const accounts = [of(1, AD_GUID, fkId(2)), of(2, FK_ORG, fkId(1))];
    expect(fkOf({ rules: BOTH, unitAccounts: accounts })).toMatchObject({ uuid: fkId(1) });
    expect(fkOf({ rules: BOTH, unitAccounts: accounts.slice(0, 1) })).toMatchObject({ uuid: fkId(2) });
  });

  it('is lower-cased and freed of blanks', () => {
    expect(fkOf({ rules: ONE, unitAccounts: [of(1, FK_ORG, ' F00000AA-00BB-4000-8000-00000000000C ')] })).toMatchObject({
      uuid: 'f00000aa-00bb-4000-8000-00000000000c',
    });
  });

  it.each(['oops', '', 'f0000000-0000-4000-8000-00000000001', `{${fkId(1)}}`])('is an error when the account holds %j', (value) => {
    const decision = decideUnit({ rules: ONE, unitAccounts: [of(1, FK_ORG, value)] });
    expect(told(decision)).toBe('error invalid-fk-uuid');
    expect(JSON.stringify(decision)).not.toContain(JSON.stringify(value));
  });

  it('is an error when accounts of one system differ, and none when they agree', () => {
    expect(fkOf({ rules: ONE, unitAccounts: [of(1, FK_ORG, fkId(1)), of(2, FK_ORG, fkId(2))] })).toMatchObject({
      ok: false,
      reason: 'ambiguous-fk-uuid',
    });
    expect(fkOf({ rules: ONE, unitAccounts: [of(1, FK_ORG, fkId(1)), of(2, FK_ORG, fkId(1).toUpperCase())] })).toMatchObject({
      ok: true,
      uuid: fkId(1),
    });
  });

  it('is an error when an account is in a system that MO does not know', () => {
    const stranger = { ...AD_GUID, uuid: fkId(99) };
    const unknown = { ok: false, reason: 'unknown-it-system' };
    expect(fkOf({ rules: ONE, unitAccounts: [of(1, stranger, fkId(1))] })).toMatchObject(unknown);
    expect(fkOf({ rules: { uuidSystems: [stranger.uuid] }, unitAccounts: [of(1, stranger, fkId(1))] })).toMatchObject(unknown);
    expect(fkOf({ unitAccounts: [of(1, stranger, fkId(1))] })).toMatchObject({ ok: true });
  });

  it('is used for the parent, also for the top unit, and for every position', () => {
    const world = { rules: ONE, unitAccounts: [of(1, FK_ORG, fkId(7), 0)] };
    expect(payloadOf(decideUnit(world)).ParentOrgUnitUuid).toBe(fkId(7));
    expect(payloadOf(decidePerson(world)).Positions[0]?.OrgUnitUuid).toBe(fkId(7));
    expect(payloadOf(decideUnit(world, { unit: unit(0, null) }))).toMatchObject({ Uuid: fkId(7), ParentOrgUnitUuid: null });
  });

  it('that is invalid fails the unit, its children and its people, and nobody else', () => {
    const world = { rules: ONE, units: [unit(0, null), unit(1, 0), unit(2, 1), unit(3, 0)], unitAccounts: [of(1, FK_ORG, 'oops')] };
    expect([1, 2, 3].map((n) => told(decideUnit(world, { unit: unit(n, n === 2 ? 1 : 0) })))).toEqual([
      'error invalid-fk-uuid',
      'error invalid-fk-uuid',
      'upsert in-scope',
    ]);
    expect(decidePerson(world, { engagements: [engagement(1, { unit: unitId(1) })] }).map(told)).toEqual(['error invalid-fk-uuid']);
    expect(decidePerson(world, { engagements: [engagement(1, { unit: unitId(3) })] }).map(told)).toEqual(['upsert has-position']);
  });

  it('is told with an ignored unit, so that what was sent for it is found', () => {
    const world = { rules: { ...ONE, filteredUnits: [unitId(1)] }, unitAccounts: [of(1, FK_ORG, fkId(1))] };
    expect(decideUnit(world)).toMatchObject({ verdict: 'ignore', fk: fkId(1) });
    expect(decideUnit({ ...world, unitAccounts: [of(1, FK_ORG, 'oops')] })).not.toHaveProperty('fk');
  });

  it('of a person comes from the person’s account', () => {
    const accounts = [account(1, FK_ORG, fkId(1).toUpperCase(), { person: ADA })];
    expect(sent(decidePerson({ rules: ONE }, { accounts }))).toMatchObject({ fk: fkId(1), payload: { Uuid: fkId(1), UserId: fkId(1) } });
    expect(decidePerson({ rules: ONE }, { accounts: [account(1, FK_ORG, 'x', { person: ADA })] }).map(told)).toEqual([
      'error invalid-fk-uuid',
    ]);
  });
});
