import { describe, expect, it } from 'vitest';
import { type DatasetInput, datasetSchema } from '../../src/dataset/dataset.ts';
import { normalise } from '../../src/dataset/normalise.ts';

const UNIT = '00000000-0000-4000-8000-000000000001';
const CLASS = '00000000-0000-4000-8000-000000000002';
const NOON = Date.parse('2026-11-22T12:00:00+01:00');

const read = (dataset: DatasetInput) => normalise(datasetSchema.parse(dataset), NOON);

describe('a dataset', () => {
  it('counts relative dates from the Danish calendar day of the clock', () => {
    const late = Date.parse('2026-11-21T23:30:00Z');
    const dataset = datasetSchema.parse({ org_units: [{ uuid: UNIT, name: 'A', from: 'today-30d', to: 'today+10d' }] });
    expect(normalise(dataset, late).org_units[0]?.validities[0]).toMatchObject({ from: '2026-10-23', to: '2026-12-02' });
  });

  it('takes its own clock when it has one', () => {
    const dataset = datasetSchema.parse({ meta: { now: '2020-05-05' }, org_units: [{ uuid: UNIT, from: 'today' }] });
    expect(normalise(dataset).org_units[0]?.validities[0]?.from).toBe('2020-05-05');
  });

  it('lets an omitted start be 1930 and an explicit null be unbounded', () => {
    const { org_units } = read({ org_units: [{ uuid: UNIT }, { uuid: CLASS, from: null }] });
    expect(org_units.map(({ validities }) => validities[0]?.from)).toEqual(['1930-01-01', null]);
  });

  it('spreads what a row says over its validities and puts them in order', () => {
    const { org_units } = read({
      org_units: [
        {
          uuid: UNIT,
          user_key: 'k',
          validities: [
            { from: '2024-01-01', name: 'Ny' },
            { from: '2020-01-01', to: '2024-01-01', name: 'Gl' },
          ],
        },
      ],
    });
    expect(org_units[0]?.validities.map(({ name, user_key }) => [name, user_key])).toEqual([
      ['Gl', 'k'],
      ['Ny', 'k'],
    ]);
  });

  it('makes the facets that classes name and finds the listed ones by user_key', () => {
    const { facets, classes } = read({
      facets: [{ uuid: UNIT, user_key: 'visibility' }],
      classes: [
        { uuid: CLASS, user_key: 'a', facet: 'visibility' },
        { uuid: '00000000-0000-4000-8000-000000000003', user_key: 'b', facet: 'kle_number' },
      ],
    });
    expect(classes[0]?.validities[0]?.facet).toBe(UNIT);
    expect(facets.find(({ uuid }) => uuid === classes[1]?.validities[0]?.facet)?.validities[0]?.user_key).toBe('kle_number');
  });

  it('keeps an omitted DAR name apart from a failing look-up', () => {
    const { addresses } = read({
      addresses: [
        { uuid: UNIT, value: 'x' },
        { uuid: CLASS, value: 'x', name: null },
      ],
    });
    expect(addresses.map(({ validities }) => validities[0]?.name)).toEqual([undefined, null]);
  });

  it('refuses a date that is none', () => {
    expect(() => datasetSchema.parse({ org_units: [{ uuid: UNIT, from: 'i går' }] })).toThrow(/a date is/);
  });
});
