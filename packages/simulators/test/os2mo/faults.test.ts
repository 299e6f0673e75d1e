import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Os2moSimulator, startOs2moSimulator } from '../../src/os2mo/start-os2mo-simulator.ts';
import { ask, post } from './ask.ts';
import { smallTown } from './small-town.ts';

let mo: Os2moSimulator;
beforeEach(async () => {
  mo = await startOs2moSimulator({ dataset: smallTown });
});
afterEach(() => mo.close());

const units = 'query Units{org_units{objects{uuid current{name}}}}';

describe('a fault', () => {
  it('hits what it names, as often as it says', async () => {
    mo.setFaults([{ kind: 'http-500', match: 'org_units', times: 1 }]);
    expect((await post(mo, '{persons{objects{uuid}}}')).status).toBe(200);
    expect((await post(mo, units)).status).toBe(500);
    expect((await post(mo, units)).status).toBe(200);
  });

  it('can name the operation and spare the first pages', async () => {
    mo.setFaults([{ kind: 'http-502', match: 'Units', afterPages: 2 }]);
    const statuses = [await post(mo, units), await post(mo, units), await post(mo, units)].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 502]);
  });

  it('null-current makes one object look terminated, with an error', async () => {
    mo.setFaults([{ kind: 'null-current' }]);
    const answer = await ask(mo, units);
    expect(answer.at('org_units.objects[0].current')).toBeNull();
    expect(answer.at('org_units.objects[1].current')).not.toBeNull();
    expect(answer.errors[0]?.path).toEqual(['org_units', 'objects', 0, 'current']);
  });

  it('unauthenticated and graphql-error come with HTTP 200', async () => {
    mo.setFaults([
      { kind: 'unauthenticated', times: 1 },
      { kind: 'graphql-error', message: 'boom' },
    ]);
    expect((await ask(mo, units)).errors[0]?.message).toBe('User is not authenticated');
    expect((await ask(mo, units)).errors[0]?.message).toBe('boom');
  });

  it('bad-json and truncated answers cannot be read', async () => {
    mo.setFaults([{ kind: 'bad-json', times: 1 }, { kind: 'truncated' }]);
    await expect(ask(mo, units)).rejects.toThrow(/JSON/);
    await expect(ask(mo, units)).rejects.toThrow(/terminated/);
  });

  it('hang gives no answer until somebody gives up, and does not keep the simulator from closing', async () => {
    mo.setFaults([{ kind: 'hang' }]);
    const waiting = post(mo, units).then(
      () => 'answered',
      () => 'cut off',
    );
    await expect(
      fetch(`${mo.url}/graphql/v30`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: units }),
        signal: AbortSignal.timeout(50),
      }),
    ).rejects.toThrow(/timeout/);
    await mo.close();
    expect(await waiting).toBe('cut off');
    mo = await startOs2moSimulator({ dataset: smallTown });
  });

  it('slow-ms answers late', async () => {
    mo.setFaults([{ kind: 'slow-ms', ms: 60 }]);
    const before = performance.now();
    await ask(mo, units);
    expect(performance.now() - before).toBeGreaterThanOrEqual(55);
  });

  it('of the address register leaves the rest of the answer alone', async () => {
    mo.setFaults([{ kind: 'dar-http-500', times: 1 }, { kind: 'dar-unreachable' }]);
    const query = '{addresses(filter:{address_type:{scope:["DAR"]}},limit:1){objects{current{name user_key}}}}';
    expect((await ask(mo, query)).at('addresses.objects[0].current.name')).toBe('Ukendt');
    const down = await ask(mo, query);
    expect(down.at('addresses.objects[0].current')).toMatchObject({ name: null, user_key: expect.any(String) });
    expect(down.errors).toHaveLength(1);
  });

  it('can hit the token endpoint, and one that names nothing does not', async () => {
    const login = () =>
      fetch(`${mo.url}/auth/realms/mo/protocol/openid-connect/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
    mo.setFaults([{ kind: 'http-500' }]);
    expect((await login()).status).toBe(200);
    mo.setFaults([{ kind: 'http-500', match: 'token' }]);
    expect((await login()).status).toBe(500);
  });
});
