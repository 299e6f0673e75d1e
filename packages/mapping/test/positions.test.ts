import type { MoEngagement } from '@os2bridge/model';
import { describe, expect, it } from 'vitest';
import {
  account,
  AD,
  ADA,
  decidePerson,
  engagement,
  engagementId,
  FK_ORG,
  fkId,
  klass,
  payloadOf,
  stretch,
  told,
  TOP,
  unit,
  unitId,
  type Municipality,
} from './municipality.ts';

const COOK = klass(1, { name: 'Kok' });
const TRAINEE = klass(2, { name: 'Elev' });
const BLANK = klass(3, { name: '  ' });
const classes = [COOK, TRAINEE, BLANK];
const positions = (engagements: readonly MoEngagement[], world: Municipality = {}) =>
  payloadOf(decidePerson({ classes, ...world }, { engagements })).Positions;
const names = (engagements: readonly MoEngagement[], world: Municipality = {}) =>
  positions(engagements, world).map((position) => position.Name);

describe('positions of an FK user (sync-rules §1.4)', () => {
  it('one per engagement: job function, unit, earliest start, no stop date', () => {
    expect(positions([engagement(1, { unit: unitId(1), from: '2019-08-01' })])).toEqual([
      { Name: 'Pædagog', OrgUnitUuid: unitId(1), StartDate: '2019-08-01', StopDate: null },
    ]);
  });

  it('the stretch valid today counts, not a coming one, and the start is the earliest of all time', () => {
    const changing = engagement(
      1,
      {},
      {
        earliestStart: '2015-08-01',
        stretches: [stretch({ from: '2018-01-01', to: '2026-12-22' }), stretch({ from: '2026-12-22', jobFunction: COOK.uuid })],
      },
    );
    expect(positions([changing])).toMatchObject([{ Name: 'Pædagog', StartDate: '2015-08-01' }]);
  });

  it('a stretch that ends today no longer counts, one that starts today does', () => {
    const changing = engagement(
      1,
      {},
      { stretches: [stretch({ to: '2026-11-22' }), stretch({ from: '2026-11-22', jobFunction: COOK.uuid })] },
    );
    expect(names([changing])).toEqual(['Kok']);
    expect(names([engagement(1, { to: '2026-11-23' })])).toEqual(['Pædagog']);
  });

  it('of a coming engagement the first stretch counts, in whatever order they are given', () => {
    const stretches = [
      stretch({ from: '2098-03-01', jobFunction: COOK.uuid }),
      stretch({ from: '2097-03-01', to: '2098-03-01', jobFunction: TRAINEE.uuid }),
    ];
    expect(positions([engagement(1, {}, { earliestStart: '2097-03-01', stretches })])).toMatchObject([
      { Name: 'Elev', StartDate: '2097-03-01' },
    ]);
  });

  it('only those whose unit is transferred are sent', () => {
    const units = [unit(0, null), unit(1, 0), unit(2, 1), unit(5, null)];
    const engagements = [0, 1, 2, 5, 8].map((n) => engagement(n, { unit: unitId(n), from: `202${n}-01-01` }));
    expect(positions(engagements, { units, rules: { filteredUnits: [unitId(1)] } }).map((position) => position.OrgUnitUuid)).toEqual([TOP]);
  });

  it('exact duplicates are one, others are not', () => {
    const engagements = [engagement(1), engagement(2), engagement(3, { from: '2021-01-01' }), engagement(4, { jobFunction: COOK.uuid })];
    expect(positions(engagements).map(({ Name, StartDate }) => `${Name} ${StartDate}`)).toEqual([
      'Kok 2020-02-01',
      'Pædagog 2020-02-01',
      'Pædagog 2021-01-01',
    ]);
  });

  it('positions that become equal by trimming and cutting are one', () => {
    const long = 'Æ'.repeat(200);
    const twins = [klass(4, { name: `${long}x` }), klass(5, { name: ` ${long}y` })];
    const decision = decidePerson({ classes: twins }, { engagements: twins.map((job, n) => engagement(n, { jobFunction: job.uuid })) });
    expect(payloadOf(decision).Positions.map((position) => position.Name)).toEqual([long]);
  });

  it('are sorted by name in code points, then unit, then start', () => {
    const jobs = ['zebra', 'Ål', 'Aal', '🌳', '\uff21'].map((name, n) => klass(20 + n, { name }));
    const byName = jobs.map((job, n) => engagement(n, { jobFunction: job.uuid }));
    expect(names(byName, { classes: jobs })).toEqual(['Aal', 'zebra', 'Ål', '\uff21', '🌳']);
    const rest = [engagement(1, { unit: unitId(1) }), engagement(2, { from: '2021-01-01' }), engagement(3)];
    expect(positions(rest).map(({ OrgUnitUuid, StartDate }) => [OrgUnitUuid, StartDate])).toEqual([
      [TOP, '2020-02-01'],
      [TOP, '2021-01-01'],
      [unitId(1), '2020-02-01'],
    ]);
  });

  it.each([
    [null, 'Pædagog'],
    ['1', 'Teamleder'],
    ['3', 'Konsulent'],
  ] as const)('extension_field_as_job_function %j names the position %s', (extensionAsJobFunction, expected) => {
    expect(names([engagement(1, { extension1: ' Teamleder ', extension3: 'Konsulent' })], { rules: { extensionAsJobFunction } })).toEqual([
      expected,
    ]);
  });

  it.each(['   ', null, '\u0000'])('a blank extension (%j) falls back to the job function', (extension1) => {
    expect(names([engagement(1, { extension1, extension3: 'Konsulent' })], { rules: { extensionAsJobFunction: '1' } })).toEqual([
      'Pædagog',
    ]);
  });

  it('an ended job function counts with its last known name and is reported', () => {
    const old = klass(6, { name: 'Hjemmehjælper', ended: true });
    const [decision] = decidePerson({ classes: [old] }, { engagements: [engagement(1, { jobFunction: old.uuid })] });
    expect(decision?.reports).toEqual([{ code: 'ended-class', field: 'job function', uuid: old.uuid }]);
    expect(decision?.verdict === 'upsert' && decision.payload.Positions[0]?.Name).toBe('Hjemmehjælper');
  });

  it('a job function without a name, or that MO does not know, fails the person: FK demands a name', () => {
    expect(decidePerson({ classes }, { engagements: [engagement(1, { jobFunction: BLANK.uuid })] }).map(told)).toEqual([
      'error no-position-name',
    ]);
    expect(decidePerson({}, { engagements: [engagement(1, { jobFunction: COOK.uuid })] }).map(told)).toEqual(['error unknown-class']);
  });

  it('a bad job function does not matter in a unit that is not transferred', () => {
    const engagements = [engagement(1, { unit: unitId(8), jobFunction: BLANK.uuid }), engagement(2)];
    expect(names(engagements)).toEqual(['Pædagog']);
  });

  it('a unit that cannot be placed fails the person: nobody can tell whether the position counts', () => {
    const units = [unit(0, null), unit(1, 77)];
    expect(decidePerson({ units }, { engagements: [engagement(1, { unit: unitId(1) }), engagement(2)] }).map(told)).toEqual([
      'error parent-unknown',
    ]);
  });

  it('a group without a position is ignored under its FK uuid, never sent empty', () => {
    const accounts = [
      account(1, FK_ORG, fkId(1), { person: ADA, engagements: [engagementId(1)] }),
      account(2, AD, 'x', { person: ADA, engagements: [engagementId(1)] }),
    ];
    const rules = { uuidSystems: ['FK Organisation'] };
    expect(decidePerson({ rules }, { engagements: [engagement(1, { unit: unitId(8) })], accounts })).toMatchObject([
      { verdict: 'ignore', reasons: ['no-position'], fk: fkId(1) },
    ]);
    expect(decidePerson({}, { engagements: [] })).toMatchObject([{ verdict: 'ignore', reasons: ['no-position'], fk: ADA }]);
  });
});
