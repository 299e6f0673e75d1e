import { startOs2syncSimulator, type Os2syncSimulator } from '@os2bridge/simulators';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clientFor, CVR, errorOf, KEY } from './helpers.ts';

let simulator: Os2syncSimulator;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.clearFaults());

test('a working OS2sync answers, and nothing is written', async () => {
  await clientFor(simulator.url).ping();
  expect(simulator.log()).toEqual([]);
  expect(simulator.stats()).toMatchObject({ posts: 0, deletes: 0, hierarchies: 0 });
});

test('a wrong key is a matter of settings', async () => {
  expect(await errorOf(clientFor(simulator.url, { apiKey: 'other' }).ping())).toMatchObject({ code: 'os2sync-login', fate: 'pause' });
});

test('an address at which something else answers is a matter of settings', async () => {
  expect(await errorOf(clientFor(simulator.url, { apiUrl: `${simulator.url}/os2sync/api` }).ping())).toMatchObject({
    code: 'os2sync-unexpected',
    fate: 'pause',
  });
});

test('an OS2sync that cannot reach FK is an outage', async () => {
  simulator.addFaults({ kind: 'fk-outage' });
  expect(await errorOf(clientFor(simulator.url).ping())).toMatchObject({ code: 'os2sync-unclear-400', fate: 'later' });
});
