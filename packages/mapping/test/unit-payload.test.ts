import { describe, expect, it } from 'vitest';
import { account, CASES, codesOf, decideUnit, FK_ORG, fkId, klass, payloadOf, systemId, told, TOP, unit, unitId } from './municipality.ts';

describe('the payload of a unit (sync-rules §1.2)', () => {
  it('of a bare unit holds uuid, name, parent and the empty fields that MO can fill', () => {
    expect(payloadOf(decideUnit({}))).toEqual({
      Uuid: unitId(1),
      Name: 'Enhed 1',
      ParentOrgUnitUuid: TOP,
      ItSystems: [],
      Tasks: [],
      Email: null,
      Ean: null,
      PhoneNumber: null,
      Post: null,
      Location: null,
      ContactOpenHours: null,
      DtrId: null,
    });
  });

  it('holds the it systems of the unit, each once, sorted, without those that only hold FK uuids', () => {
    const own = (n: number, system: typeof CASES) => account(n, system, fkId(n), { unit: unitId(1) });
    const payroll = { uuid: systemId(0), userKey: 'SD', name: 'SD Løn', ended: false };
    const world = { systems: [payroll], unitAccounts: [own(1, CASES), own(2, CASES), own(3, payroll), own(4, FK_ORG)] };
    expect(payloadOf(decideUnit({ ...world, rules: { uuidSystems: ['FK Organisation'] } })).ItSystems).toEqual([payroll.uuid, CASES.uuid]);
    expect(payloadOf(decideUnit(world)).ItSystems).toEqual([payroll.uuid, FK_ORG.uuid, CASES.uuid]);
  });

  it('counts an ended it system and reports it', () => {
    const ended = { ...CASES, uuid: systemId(9), ended: true };
    const decision = decideUnit({ systems: [ended], unitAccounts: [account(1, ended, 'x', { unit: unitId(1) })] });
    expect(payloadOf(decision).ItSystems).toEqual([ended.uuid]);
    expect(codesOf(decision)).toEqual(['ended-it-system']);
  });

  it('reports ended classes of the unit itself', () => {
    const old = klass(1, { ended: true });
    const decision = decideUnit({ classes: [old], units: [unit(0, null), unit(1, 0, { unitType: old.uuid })] });
    expect(decision.reports).toEqual([{ code: 'ended-class', field: 'unit type', uuid: old.uuid }]);
  });

  it('is not made for a unit without a name', () => {
    const blank = unit(1, 0, { name: ' \u0000 ' });
    expect(told(decideUnit({}, { unit: blank }))).toBe('error no-name');
  });

  it('is not made for a unit that is left out or cannot be placed; the verdict says why', () => {
    expect(told(decideUnit({ rules: { filteredUnits: [unitId(1)] } }))).toBe('ignore filtered');
    const lost = decideUnit({ units: [unit(0, null), unit(1, 77)] });
    expect(told(lost)).toBe('error parent-unknown');
    expect(lost.verdict === 'error' && lost.message).toContain(unitId(77));
    expect(told(decideUnit({ units: [unit(0, null)] }))).toBe('ignore terminated');
  });
});
