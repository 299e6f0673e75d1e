import { silentLogger } from '@os2bridge/logging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScenarios } from '../src/run-scenarios.ts';
import { scenarioFileSchema } from '../src/scenario.ts';
import { openWorkbench, type Workbench } from '../src/workbench.ts';
import { failing, passing } from './a-scenario.ts';

const TOP = '1a000000-0000-4000-8000-000000000000';
const [scenario] = scenarioFileSchema.parse(passing);
const [other] = scenarioFileSchema.parse(failing);

describe('running scenarios', () => {
  it('goes on after one that cannot be played', async () => {
    let played = 0;
    const play = async () => {
      played += 1;
      throw new Error(`number ${played}`);
    };
    const results = await runScenarios([scenario!, other!], { play }, () => undefined);
    expect(results.map(({ differences }) => differences)).toEqual([['could not be played: number 1'], ['could not be played: number 2']]);
  });
});

describe('the workbench', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench(silentLogger);
  });
  afterAll(() => bench.close());

  const outcome = (change: object) => bench.play(scenarioFileSchema.parse({ ...passing, ...change })[0]!);

  it('plays a scenario through the real plan', async () => {
    expect(await outcome({})).toMatchObject({ kind: 'plan', run: 'done', decisions: [{ kind: 'orgunit', fk: TOP, verdict: 'create' }] });
  });

  it('knows what the ledger says, and leaves nothing of it to the next scenario', async () => {
    const ledger = [{ kind: 'orgunit', fk: TOP, mo: TOP, payload: { Uuid: TOP, Name: 'Bøgelund Kommune', ParentOrgUnitUuid: null } }];
    expect(await outcome({ ledger })).toMatchObject({ decisions: [{ verdict: 'unchanged' }] });
    expect(await outcome({})).toMatchObject({ decisions: [{ verdict: 'create' }] });
  });

  it('knows what FK holds, and leaves nothing of it to the next scenario', async () => {
    const fk = { orgunits: [{ Uuid: TOP, Name: 'Gammelt navn', SOR: '44' }] };
    expect(await outcome({ fk })).toMatchObject({ decisions: [{ payload: { SOR: '44' } }] });
    expect(await outcome({})).toMatchObject({ decisions: [{ payload: { SOR: null } }] });
  });

  it('plays a scenario on the day that its dataset names', async () => {
    const dataset = { meta: { now: '2020-06-01' }, org_units: [{ uuid: TOP, name: 'Byen', from: '2020-01-01', to: '2020-12-31' }] };
    expect(await outcome({ dataset })).toMatchObject({ decisions: [{ verdict: 'create' }] });
    expect(await outcome({})).toMatchObject({ decisions: [{ payload: { Name: 'Bøgelund Kommune' } }] });
  });

  it('tells which settings are refused, templates too', async () => {
    expect(await outcome({ settings: {} })).toMatchObject({ kind: 'settings-error', mistakes: [{ key: 'os2sync.top_unit_uuid' }] });
    const templates = { 'os2sync.templates': { 'person.name': '{{ fornavn }}' } };
    expect(await outcome({ settings: { ...passing.settings, ...templates } })).toMatchObject({ mistakes: [{ key: 'os2sync.templates' }] });
  });

  it('never goes to an address or a login that a scenario shows', async () => {
    const settings = {
      ...passing.settings,
      'os2sync.api_url': 'http://localhost:1/api',
      'mora.base': 'http://localhost:1',
      'redis.url': 'redis://localhost:1',
      'crontab.SAML_TOKEN': 'd6d1dd4e-5a4b-4f1f-a1c8-000000000000',
    };
    expect(await outcome({ settings })).toMatchObject({ kind: 'plan', run: 'done' });
  });

  it('lets a failed run have no deletions', async () => {
    const ledger = [{ kind: 'orgunit', fk: TOP, mo: TOP, payload: { Uuid: TOP, Name: 'x' } }];
    const failed = await outcome({ dataset: {}, ledger });
    expect(failed).toMatchObject({ kind: 'plan', run: 'failed' });
    expect(failed.kind === 'plan' && failed.decisions.some(({ verdict }) => verdict === 'delete')).toBe(false);
  });
});
