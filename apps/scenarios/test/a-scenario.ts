const TOP = '1a000000-0000-4000-8000-000000000000';

/** A scenario that passes: one unit, created under its name. */
export const passing = {
  id: 'T-001',
  area: 'test',
  name: 'The top unit alone',
  why: '1.1 row 1',
  settings: { 'os2sync.top_unit_uuid': TOP },
  dataset: { org_units: [{ uuid: TOP, user_key: 'top', name: 'Bøgelund Kommune' }] },
  expect: {
    decisions: [
      {
        kind: 'orgunit',
        mo: TOP,
        fk: TOP,
        verdict: 'create',
        reason: 'top-unit',
        payload: { Name: 'Bøgelund Kommune', ParentOrgUnitUuid: null },
      },
    ],
  },
};

/** The same with another expectation, so that it fails. */
export const failing = {
  ...passing,
  id: 'T-002',
  expect: { decisions: [{ kind: 'orgunit', mo: TOP, verdict: 'create', payload: { Name: 'Egelund Kommune' } }] },
};
