import { describe, expect, it } from 'vitest';
import { datasetSchema } from '../../src/dataset/dataset.ts';
import { generateMunicipality } from '../../src/municipality/generate-municipality.ts';
import { municipalitySettings } from '../../src/municipality/municipality-settings.ts';

describe('the settings of a generated municipality', () => {
  it('name only classes, units and it systems that are there', () => {
    const dataset = generateMunicipality({ units: 50, employees: 10, seed: 3 });
    const known = new Set([...dataset.classes, ...dataset.org_units].map(({ uuid }) => uuid));
    const uuids = JSON.stringify(municipalitySettings(dataset)).match(/[0-9a-f-]{36}/g) ?? [];
    expect(uuids.length).toBeGreaterThanOrEqual(8);
    expect(uuids.filter((uuid) => !known.has(uuid))).toEqual([]);
    expect(dataset.itsystems.map(({ name }) => name)).toContain(municipalitySettings(dataset)['os2sync_user_key_it_system_name']);
  });

  it('are refused for a dataset that was not generated', () => {
    expect(() => municipalitySettings(datasetSchema.parse({}))).toThrow(TypeError);
  });
});
