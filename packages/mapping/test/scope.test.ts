import { describe, expect, it } from 'vitest';
import { account, AD, CASES, FK_ORG, klass, TOP, tree, unit, unitId, type Municipality } from './municipality.ts';

const LINE = klass(1, { name: 'Linjeorganisation' });
const HIDDEN = klass(2, { name: 'Skjult' });
const LEVEL = klass(3, { name: 'Lønniveau' });
const TYPE = klass(4, { name: 'Teknisk enhed' });

const world = (over: Municipality = {}): Municipality => ({ classes: [LINE, HIDDEN, LEVEL, TYPE], ...over });
const reason = (over: Municipality, n = 1): string => tree(world(over)).judge(unitId(n)).reason;
const fkAccount = (n: number) => account(n, FK_ORG, 'f0000000-0000-4000-8000-000000000001', { unit: unitId(n) });

describe('which units are transferred (sync-rules §1.1)', () => {
  it('row 1: the top unit is transferred, whatever its level, type, hierarchy and filter say', () => {
    const rules = { filteredUnits: [TOP], ignoredLevels: [LEVEL.uuid], ignoredTypes: [TYPE.uuid], hierarchyNames: ['Linjeorganisation'] };
    const units = [unit(0, 9, { level: LEVEL.uuid, unitType: TYPE.uuid, hierarchy: HIDDEN.uuid })];
    expect(tree(world({ rules, units })).judge(TOP)).toMatchObject({ transferred: true, reason: 'top-unit' });
  });

  it('row 1: a top unit that is not valid now is terminated', () => {
    expect(reason({ units: [unit(1, null)], ended: [TOP] }, 0)).toBe('terminated');
  });

  it('row 2: a unit that MO does not have now is terminated', () => {
    expect(reason({ ended: [unitId(7)] }, 7)).toBe('terminated');
    expect(reason({}, 8)).toBe('terminated');
  });

  it('row 2: a unit under another root is outside the tree, and so is everything below it', () => {
    const units = [unit(0, null), unit(5, null), unit(6, 5)];
    expect(reason({ units }, 5)).toBe('outside-tree');
    expect(reason({ units }, 6)).toBe('outside-tree');
  });

  it('row 2: a unit below an ended unit is outside the tree', () => {
    expect(reason({ units: [unit(0, null), unit(2, 1), unit(3, 2)], ended: [unitId(1)] }, 3)).toBe('outside-tree');
  });

  it('row 2: a unit above the top unit is outside the tree', () => {
    expect(reason({ units: [unit(0, 5), unit(5, null)] }, 5)).toBe('outside-tree');
  });

  it('row 3: a listed unit and everything below it is filtered, its siblings are not', () => {
    const input = { rules: { filteredUnits: [unitId(1)] }, units: [unit(0, null), unit(1, 0), unit(2, 1), unit(3, 2), unit(4, 0)] };
    expect([1, 2, 3, 4].map((n) => reason(input, n))).toEqual(['filtered', 'filtered', 'filtered', 'in-scope']);
  });

  it('row 3: a filtered top unit, or one above it, filters everything below but not the top unit', () => {
    const units = [unit(0, 5), unit(5, null), unit(1, 0)];
    expect([0, 1].map((n) => reason({ rules: { filteredUnits: [TOP] }, units }, n))).toEqual(['top-unit', 'filtered']);
    expect([0, 1].map((n) => reason({ rules: { filteredUnits: [unitId(5)] }, units }, n))).toEqual(['top-unit', 'filtered']);
  });

  it('row 3: the filter beats an FK account', () => {
    expect(reason({ rules: { filteredUnits: [unitId(1)], uuidSystems: ['FK Organisation'] }, unitAccounts: [fkAccount(1)] })).toBe(
      'filtered',
    );
  });

  it('row 3: outside the tree nothing is filtered, row 2 comes first', () => {
    expect(reason({ rules: { filteredUnits: [unitId(5)] }, units: [unit(0, null), unit(5, null)] }, 5)).toBe('outside-tree');
  });

  it('row 4: an FK account beats hierarchy, level and type', () => {
    const rules = {
      uuidSystems: ['FK Organisation'],
      hierarchyNames: ['Linjeorganisation'],
      ignoredLevels: [LEVEL.uuid],
      ignoredTypes: [TYPE.uuid],
    };
    const units = [unit(0, null), unit(1, 0, { level: LEVEL.uuid, unitType: TYPE.uuid, hierarchy: HIDDEN.uuid })];
    expect(reason({ rules, units, unitAccounts: [fkAccount(1)] })).toBe('uuid-account');
    expect(reason({ rules, units })).toBe('hierarchy');
  });

  it('row 4: the account must be in a listed system, and the unit its own', () => {
    const rules = { uuidSystems: ['FK Organisation'], hierarchyNames: ['Linjeorganisation'] };
    const units = [unit(0, null), unit(1, 0, { hierarchy: LINE.uuid }), unit(2, 1, { hierarchy: HIDDEN.uuid })];
    expect(reason({ rules, units, unitAccounts: [fkAccount(1)] }, 2)).toBe('hierarchy');
    expect(
      reason({ rules, units, unitAccounts: [account(2, CASES, 'x', { unit: unitId(2) }), account(3, AD, 'x', { unit: unitId(2) })] }, 2),
    ).toBe('hierarchy');
  });

  it.each([
    ['a listed title', LINE.uuid, 'in-scope'],
    ['another title', HIDDEN.uuid, 'hierarchy'],
    ['no hierarchy', null, 'hierarchy'],
  ] as const)('row 5: %s with a hierarchy filter', (_, hierarchy, expected) => {
    expect(reason({ rules: { hierarchyNames: [' Linjeorganisation '] }, units: [unit(0, null), unit(1, 0, { hierarchy })] })).toBe(
      expected,
    );
  });

  it('row 5: without a filter any hierarchy and none goes', () => {
    const units = [unit(0, null), unit(1, 0, { hierarchy: HIDDEN.uuid }), unit(2, 0)];
    expect([1, 2].map((n) => reason({ units }, n))).toEqual(['in-scope', 'in-scope']);
  });

  it('row 5: an ended hierarchy class counts with its last known title', () => {
    const ended = klass(5, { name: 'Linjeorganisation', ended: true });
    expect(
      reason({
        classes: [ended],
        rules: { hierarchyNames: ['Linjeorganisation'] },
        units: [unit(0, null), unit(1, 0, { hierarchy: ended.uuid })],
      }),
    ).toBe('in-scope');
  });

  it('row 6 comes before row 7, and both only for what is listed', () => {
    const rules = { ignoredLevels: [LEVEL.uuid], ignoredTypes: [TYPE.uuid] };
    const units = [
      unit(0, null),
      unit(1, 0, { level: LEVEL.uuid, unitType: TYPE.uuid }),
      unit(2, 0, { unitType: TYPE.uuid }),
      unit(3, 0, { level: TYPE.uuid, unitType: LEVEL.uuid }),
      unit(4, 0),
    ];
    expect([1, 2, 3, 4].map((n) => reason({ rules, units }, n))).toEqual(['ignored-level', 'ignored-type', 'in-scope', 'in-scope']);
  });

  it('explains which rows were tested', () => {
    const { steps } = tree(
      world({ rules: { ignoredTypes: [TYPE.uuid] }, units: [unit(0, null), unit(1, 0, { unitType: TYPE.uuid })] }),
    ).judge(unitId(1));
    expect(steps.map((step) => step.outcome)).toEqual([
      'passed',
      'passed',
      'passed',
      'passed',
      'passed',
      'passed',
      'matched',
      'not-tested',
    ]);
    expect(steps[6]?.rule).toContain('os2sync.ignored.unit_types');
  });
});
