import { describe, expect, it } from 'vitest';
import { datasetSchema } from '../../src/dataset/dataset.ts';
import { takeCensus } from '../../src/municipality/census.ts';
import { generateMunicipality } from '../../src/municipality/generate-municipality.ts';
import { classUuid } from '../../src/municipality/municipality-classes.ts';
import { stretchesOf } from '../../src/municipality/stretches.ts';

const options = { units: 120, employees: 1200, seed: 7, today: '2026-11-22' };
const dataset = generateMunicipality(options);
const rows = [
  dataset.classes,
  dataset.itsystems,
  dataset.org_units,
  dataset.persons,
  dataset.engagements,
  dataset.itusers,
  dataset.addresses,
  dataset.managers,
  dataset.kles,
].flat();

describe('a generated municipality', () => {
  it('is the same each time for the same seed and day', () => {
    expect(generateMunicipality(options)).toEqual(dataset);
  });

  it('is another one for another seed', () => {
    const other = generateMunicipality({ ...options, seed: 8 });
    expect(other.persons[0]).not.toEqual(dataset.persons[0]);
    expect(other.org_units[0]?.uuid).not.toBe(dataset.org_units[0]?.uuid);
  });

  it.each([1, 2, 3, 19, 20, 21, 40, 500])('has exactly %i units when asked for them', (units) => {
    expect(generateMunicipality({ units, employees: 3, seed: 1 }).org_units).toHaveLength(units);
  });

  it('has exactly as many persons as asked for', () => {
    expect(dataset.persons).toHaveLength(1200);
    expect(generateMunicipality({ units: 1, employees: 0, seed: 1 }).persons).toHaveLength(0);
  });

  it('refuses a size that is none', () => {
    expect(() => generateMunicipality({ units: 0, employees: 1, seed: 1 })).toThrow(RangeError);
    expect(() => generateMunicipality({ units: 10, employees: 1.5, seed: 1 })).toThrow(RangeError);
  });

  it('is a valid dataset, also after a trip through a file', () => {
    expect(datasetSchema.parse(JSON.parse(JSON.stringify(dataset)))).toEqual(dataset);
  });

  it('uses every uuid once', () => {
    expect(new Set(rows.map(({ uuid }) => uuid)).size).toBe(rows.length);
  });

  it('refers only to what is there', () => {
    const known = new Set(rows.map(({ uuid }) => uuid));
    const references = [
      'parent',
      'unit_type',
      'org_unit_level',
      'org_unit_hierarchy',
      'person',
      'org_unit',
      'job_function',
      'engagement_type',
      'primary',
      'itsystem',
      'address_type',
      'visibility',
      'manager_type',
      'manager_level',
      'kle_number',
    ];
    const lost = rows.flatMap((row) => {
      const entries: readonly Record<string, unknown>[] = stretchesOf(row);
      return entries.flatMap((entry) => references.map((key) => entry[key]).filter((uuid) => typeof uuid === 'string' && !known.has(uuid)));
    });
    expect(lost).toEqual([]);
  });

  it('gives the units below one parent different names', () => {
    const names = dataset.org_units.map((row) => stretchesOf(row).at(-1)).map((unit) => `${unit?.parent ?? ''}/${unit?.name ?? ''}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has a tree of six levels', () => {
    const parents = new Map(dataset.org_units.map((row) => [row.uuid, stretchesOf(row).at(-1)?.parent ?? null]));
    const depth = (uuid: string | null | undefined): number => (uuid === null || uuid === undefined ? 0 : 1 + depth(parents.get(uuid)));
    expect(Math.max(...parents.keys().map(depth))).toBe(6);
  });

  it('has a second root', () => {
    expect(dataset.org_units.filter((row) => stretchesOf(row).at(-1)?.parent === null)).toHaveLength(2);
  });

  it('has CPR numbers that nobody can have, each once', () => {
    const numbers = dataset.persons.flatMap(({ cpr_number }) => cpr_number ?? []);
    expect(numbers.length).toBeGreaterThan(1100);
    expect(numbers.every((number) => /^00(1[3-9]|[2-9]\d)\d{6}$/.test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('has addresses of every type of unit, and some in secret', () => {
    const used = new Set(dataset.addresses.map(({ address_type }) => address_type));
    const unitTypes = dataset.classes.filter(({ facet }) => facet === 'org_unit_address_type');
    expect(unitTypes.filter(({ uuid }) => !used.has(uuid))).toEqual([]);
    expect(dataset.addresses.some(({ visibility }) => visibility === classUuid('visibility', 'Hemmelig'))).toBe(true);
    expect(dataset.addresses.some(({ name }) => name === 'Ukendt')).toBe(true);
  });

  it('has persons with two users, with coming, with past and without any engagement', () => {
    const { residents, today } = takeCensus(dataset);
    expect([...residents.values()].some(({ fkUsers }) => fkUsers === 2)).toBe(true);
    expect([...residents.values()].some(({ engagements }) => engagements.every(({ from }) => (from ?? '') > today))).toBe(true);
    const engaged = new Set(dataset.engagements.map(({ person }) => person));
    expect(dataset.persons.some(({ uuid }) => !engaged.has(uuid))).toBe(true);
    expect(dataset.persons.some(({ uuid }) => engaged.has(uuid) && !residents.has(uuid))).toBe(true);
  });

  it('leaves out what its settings ignore or filter', () => {
    const { units } = takeCensus(dataset);
    expect(dataset.org_units.length - units.size).toBeGreaterThanOrEqual(9);
    const names = new Set([...units.values()].map(({ name }) => name));
    expect(
      ['Valgsekretariatet', 'Teknisk samleenhed', 'Lønorganisation', 'Arbejdsmiljøudvalget', 'Nedlagt fællesforvaltning'].filter((name) =>
        names.has(name),
      ),
    ).toEqual([]);
    expect(names.has('Fællessekretariatet')).toBe(true);
  });

  it('leaves out a project group, unless it has an FK uuid', () => {
    const { units } = takeCensus(dataset);
    const projects = dataset.org_units.filter(({ unit_type }) => unit_type === classUuid('org_unit_type', 'Projekt'));
    expect(projects.map(({ name, uuid }) => [name, units.has(uuid)])).toEqual([
      ['Projekt 1', true],
      ['Projekt 2', false],
    ]);
  });
});
