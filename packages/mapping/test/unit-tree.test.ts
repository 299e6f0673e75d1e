import { describe, expect, it } from 'vitest';
import { account, FK_ORG, fkId, klass, TOP, tree, unit, unitId } from './municipality.ts';

const TYPE = klass(4, { name: 'Teknisk enhed' });

describe('the tree of units (sync-rules §1.1)', () => {
  it('gives the nearest transferred ancestor, jumping over what is left out', () => {
    const left = { unitType: TYPE.uuid };
    const units = tree({
      classes: [TYPE],
      rules: { ignoredTypes: [TYPE.uuid] },
      units: [unit(0, null), unit(1, 0), unit(2, 1, left), unit(3, 2, left), unit(4, 3), unit(5, 4)],
    });
    expect([0, 1, 4, 5].map((n) => units.transferredParent(unitId(n)))).toEqual([null, TOP, unitId(1), unitId(4)]);
  });

  it('gives the top unit no parent, although MO has one above it', () => {
    expect(tree({ units: [unit(0, 5), unit(5, null)] }).transferredParent(TOP)).toBeNull();
  });

  it('cannot place a unit whose parent MO does not know, nor anything below it', () => {
    const units = tree({ units: [unit(0, null), unit(1, 77), unit(2, 1)] });
    const below = units.judge(unitId(2));
    expect([units.judge(unitId(1)).reason, below.reason]).toEqual(['parent-unknown', 'parent-unknown']);
    expect(below.transferred === 'error' && below.message).toContain(`unit ${unitId(1)} has the parent ${unitId(77)}`);
  });

  it('cannot place a unit in a circle, nor anything below it, and places the others', () => {
    const units = tree({ units: [unit(0, null), unit(1, 3), unit(2, 1), unit(3, 2), unit(4, 3), unit(5, 5), unit(6, 0)] });
    expect([4, 1, 2, 3, 5, 6].map((n) => units.judge(unitId(n)).reason)).toEqual([
      ...Array.from({ length: 5 }, () => 'parent-cycle'),
      'in-scope',
    ]);
  });

  it('places the top unit although a circle is above it', () => {
    const units = tree({ units: [unit(0, 5), unit(5, 6), unit(6, 5), unit(1, 0)] });
    expect([0, 1, 5].map((n) => units.judge(unitId(n)).reason)).toEqual(['top-unit', 'in-scope', 'parent-cycle']);
  });

  it('cannot judge by a hierarchy class that MO does not know, nor place what is below: its parent would be a guess', () => {
    const units = tree({
      rules: { hierarchyNames: ['Linjeorganisation'] },
      units: [unit(0, null), unit(1, 0, { hierarchy: TYPE.uuid }), unit(2, 1)],
    });
    expect([1, 2].map((n) => units.judge(unitId(n)).reason)).toEqual(['unknown-class', 'unknown-class']);
  });

  it('walks a chain of 10,000 units from either end', () => {
    const chain = [unit(0, null), ...Array.from({ length: 10_000 }, (_, n) => unit(n + 1, n))];
    const fromBelow = tree({ units: chain });
    expect(fromBelow.judge(unitId(10_000)).reason).toBe('in-scope');
    expect(fromBelow.transferredParent(unitId(10_000))).toBe(unitId(9_999));
    expect(fromBelow.judge(unitId(5_000)).reason).toBe('in-scope');
  });

  it('answers the same whichever unit is asked first', () => {
    const input = { units: [unit(0, null), unit(1, 77), unit(2, 1), unit(3, 2), unit(4, 0)] };
    const order = [3, 1, 2, 4, 0];
    const reasons = (numbers: readonly number[]) => {
      const units = tree(input);
      return new Map(numbers.map((n) => [n, units.judge(unitId(n)).reason]));
    };
    const forward = reasons(order);
    const backward = reasons(order.toReversed());
    for (const n of order) expect(forward.get(n)).toBe(backward.get(n));
  });

  it('gives a unit its FK uuid, and the MO uuid to one it does not hold', () => {
    const units = tree({ rules: { uuidSystems: ['FK Organisation'] }, unitAccounts: [account(1, FK_ORG, fkId(1), { unit: unitId(1) })] });
    expect([1, 0, 9].map((n) => units.fkUuid(unitId(n)))).toEqual([fkId(1), TOP, unitId(9)].map((uuid) => ({ ok: true, uuid })));
  });
});
