import { describe, expect, it } from 'vitest';
import { touches } from '../../src/municipality/expected-touches.ts';
import { generateMunicipality } from '../../src/municipality/generate-municipality.ts';
import { scriptedDay } from '../../src/municipality/scripted-day.ts';
import { applyPatch } from './apply-patch.ts';
import { fkPicture } from './fk-picture.ts';

const dataset = generateMunicipality({ units: 120, employees: 1000, seed: 5, today: '2026-11-22' });
const { changes } = scriptedDay(dataset, { seed: 5 });

const touched = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) => ({
  upserts: [...after].filter(([key, picture]) => before.get(key) !== picture).length,
  deletes: [...before.keys()].filter((key) => !after.has(key)).length,
});

describe('the scripted day', () => {
  it('has a hire, a leave, a rename, a move, a hidden phone, a new account and an ended unit', () => {
    const kinds = changes.map(({ title }) => title.split(':')[0]);
    expect(kinds).toEqual(['Hire', 'Leave', 'Rename', 'Move', 'Hidden phone number', 'New AD account', 'Ended unit']);
  });

  it('is the same each time for the same seed', () => {
    expect(scriptedDay(dataset, { seed: 5 })).toEqual({ changes });
  });

  it('changes exactly as much of FK Organisation as each change says, one after the other', () => {
    let now = dataset;
    for (const { title, patch, expected } of changes) {
      const before = fkPicture(now);
      now = applyPatch(now, patch);
      const after = fkPicture(now);
      const [units, users] = [touched(before.units, after.units), touched(before.users, after.users)];
      const seen = touches({ orgunits: units.upserts, users: users.upserts, deletedOrgunits: units.deletes, deletedUsers: users.deletes });
      expect({ title, ...seen }).toEqual({ title, ...expected });
    }
  });

  it('touches no object twice, so that its expectations may be added up', () => {
    const uuids = changes.flatMap(({ patch }) => Object.values(patch.upsert).flatMap((rows) => rows.map(({ uuid }) => uuid)));
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  it('leaves out what a tiny municipality has nobody for', () => {
    const tiny = generateMunicipality({ units: 1, employees: 0, seed: 1 });
    expect(scriptedDay(tiny, { seed: 1 }).changes).toEqual([]);
  });
});

describe.each([1, 2])('the scripted day with seed %i', (seed) => {
  it('finds everything it needs in the municipality of the demo', () => {
    const demo = generateMunicipality({ units: 300, employees: 3000, seed });
    expect(scriptedDay(demo, { seed }).changes).toHaveLength(7);
  });
});
