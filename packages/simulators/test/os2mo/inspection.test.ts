import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Os2moSimulator, startOs2moSimulator } from '../../src/os2mo/start-os2mo-simulator.ts';
import { ask, post } from './ask.ts';
import { id, ids, smallTown } from './small-town.ts';

let mo: Os2moSimulator;
beforeEach(async () => {
  mo = await startOs2moSimulator({ dataset: smallTown });
});
afterEach(() => mo.close());

const sim = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${mo.url}/_sim/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });

const names = async (): Promise<unknown> => (await ask(mo, '{org_units{objects{current{name}}}}')).at('org_units.objects[*].current.name');

describe('the inspection routes', () => {
  it('count requests and objects', async () => {
    await ask(mo, 'query Units{org_units{objects{uuid}}}');
    await ask(mo, '{persons{objects{uuid}}}');
    expect(await (await sim('GET', 'stats')).json()).toEqual({ requests: 2, objects: 6, byOperation: { Units: 1, persons: 1 } });
    await sim('POST', 'reset-stats');
    expect(mo.stats()).toEqual({ requests: 0, objects: 0, byOperation: {} });
  });

  it('change and remove rows, and every list follows', async () => {
    await names();
    await sim('PATCH', 'dataset', {
      upsert: {
        org_units: [
          { uuid: ids.school, name: 'Ny Skole', parent: ids.town },
          { uuid: id(5), name: 'Havn', parent: ids.town },
        ],
      },
      remove: { org_units: [ids.payroll] },
    });
    expect(await names()).toEqual(['Lilleby Kommune', 'Ny Skole', 'Kantinen', 'Havn']);
    const answer = await ask(mo, 'query($t:[UUID!]){org_units(filter:{parent:{uuids:$t}}){objects{uuid}}}', {
      variables: { t: [ids.town] },
    });
    expect(answer.at('org_units.objects')).toHaveLength(2);
  });

  it('put a new class into the facet of that name', async () => {
    mo.patch({ upsert: { classes: [{ uuid: id(40), user_key: 'Intern', scope: 'INTERNAL', facet: 'visibility' }] } });
    const answer = await ask(mo, '{classes(filter:{facet:{user_keys:["visibility"]}}){objects{current{user_key}}}}');
    expect(answer.at('classes.objects')).toHaveLength(2);
  });

  it('replace the whole dataset', async () => {
    await sim('PUT', 'dataset', { org_units: [{ uuid: ids.town, name: 'Storeby' }] });
    expect(await names()).toEqual(['Storeby']);
  });

  it('set the clock', async () => {
    await sim('POST', 'now', { now: '2026-11-21T12:00:00+01:00' });
    expect(await names()).toContain('Borgerhus');
  });

  it('set faults and take them back', async () => {
    await sim('POST', 'faults', [{ kind: 'http-500' }]);
    expect((await post(mo, '{version{mo_version}}')).status).toBe(500);
    await sim('DELETE', 'faults');
    expect((await post(mo, '{version{mo_version}}')).status).toBe(200);
  });

  it('say what is wrong with a body', async () => {
    const answer = await sim('POST', 'faults', [{ kind: 'torden' }]);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('kind');
  });
});

describe('the HTTP border', () => {
  it('knows the versions 21 to 30 and answers 404 to others', async () => {
    const statuses = await Promise.all(
      [20, 21, 30, 31].map(async (version) => (await post(mo, '{version{mo_version}}', { version })).status),
    );
    expect(statuses).toEqual([404, 200, 200, 404]);
  });

  it('shows its schema without a login', async () => {
    const answer = await fetch(`${mo.url}/graphql/v22/schema.graphql`);
    expect(await answer.text()).toMatch(/kle_number\(.*\): Class!/);
  });

  it('takes its time when told to', async () => {
    await mo.close();
    mo = await startOs2moSimulator({ dataset: smallTown, latency: { perRequestMs: 20, perObjectMs: 10 } });
    const before = performance.now();
    await ask(mo, '{persons{objects{uuid}}}');
    expect(performance.now() - before).toBeGreaterThanOrEqual(38);
  });
});
