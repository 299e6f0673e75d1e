import { describe, expect, it } from 'vitest';
import { takeCensus } from '../../src/municipality/census.ts';
import { generateMunicipality } from '../../src/municipality/generate-municipality.ts';
import { percentChanged } from '../../src/municipality/percent-changed.ts';
import { applyPatch } from './apply-patch.ts';
import { fkPicture } from './fk-picture.ts';

const dataset = generateMunicipality({ units: 60, employees: 500, seed: 2, today: '2026-11-22' });
const before = fkPicture(dataset);
const differing = (old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>) =>
  [...now].filter(([key, picture]) => old.get(key) !== picture).length;

describe('a share of the municipality changed', () => {
  it.each([1, 10, 100])('touches as much as it says at %i percent', (percent) => {
    const { patch, expected } = percentChanged(dataset, percent, 1);
    const after = fkPicture(applyPatch(dataset, patch));
    expect(differing(before.units, after.units)).toBe(expected.upserts.orgunit);
    expect(differing(before.users, after.users)).toBe(expected.upserts.user);
    expect(after.users.size).toBe(before.users.size);
  });

  it('is that share of the persons and units that are transferred', () => {
    const { residents, units } = takeCensus(dataset);
    const { patch } = percentChanged(dataset, 10, 1);
    expect(patch.upsert.addresses).toHaveLength(Math.round(residents.size / 10));
    expect(patch.upsert.org_units).toHaveLength(Math.round(units.size / 10));
  });

  it('touches nothing at 0 percent', () => {
    expect(percentChanged(dataset, 0, 1)).toEqual({
      patch: { upsert: { addresses: [], org_units: [] }, remove: {} },
      expected: { upserts: { orgunit: 0, user: 0 }, deletes: { orgunit: 0, user: 0 } },
    });
  });

  it('changes something else with another seed', () => {
    expect(percentChanged(dataset, 10, 1)).not.toEqual(percentChanged(dataset, 10, 2));
  });

  it('refuses a percentage that is none', () => {
    expect(() => percentChanged(dataset, 101, 1)).toThrow(RangeError);
    expect(() => percentChanged(dataset, Number.NaN, 1)).toThrow(RangeError);
  });
});
