import { startOs2syncSimulator, type Os2syncSimulator } from '@os2bridge/simulators';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Os2syncClient } from '../src/index.ts';
import { clientFor, CVR, KEY, unit, user, uuid } from './helpers.ts';

let simulator: Os2syncSimulator;
let client: Os2syncClient;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.setState({});
  simulator.clearLog();
  client = clientFor(simulator.url);
});

describe('org units', () => {
  test('what was posted comes back as it was sent', async () => {
    const sent = unit(1, {
      ShortKey: 'havn',
      ParentOrgUnitUuid: uuid(9),
      Tasks: [uuid(7), uuid(8)],
      SOR: '1234',
      ContactPlaces: [uuid(5)],
    });
    await client.postOrgUnit(sent);
    expect(await client.getOrgUnit(sent.Uuid)).toEqual(sent);
  });

  test('every property goes out, except Type', async () => {
    await client.postOrgUnit(unit(1));
    expect(Object.keys(simulator.log()[0]?.body as object).toSorted()).toEqual(Object.keys(unit(1)).toSorted());
  });

  test('an unknown unit is null', async () => {
    expect(await client.getOrgUnit(uuid(1))).toBeNull();
  });

  test('upper-case uuids, unknown properties, missing lists and "" are read leniently', async () => {
    simulator.setState({
      orgunits: [{ Uuid: uuid(1), Name: 'Havn', ManagerUuid: 'ABCDEF00-0000-4000-8000-000000000001', SOR: '', Unheard: 1 }],
    });
    const held = await client.getOrgUnit(uuid(1));
    expect(held).toMatchObject({ ManagerUuid: 'abcdef00-0000-4000-8000-000000000001', SOR: null, Tasks: [], Email: null });
    expect(held).not.toHaveProperty('Type');
    expect(held).not.toHaveProperty('Timestamp');
  });

  test('a deleted unit is gone from FK', async () => {
    await client.postOrgUnit(unit(1));
    await client.deleteOrgUnit(uuid(1));
    expect(simulator.state().orgunits).toEqual([]);
  });

  test('deleting what is not there is no error', async () => {
    await client.deleteOrgUnit(uuid(404));
    expect(simulator.log()).toMatchObject([{ verb: 'DELETE', kind: 'orgunit', uuid: uuid(404), status: 200 }]);
  });

  test('a 404 to a delete is a wrong address, not a deletion: OS2sync answers 200 for any uuid', async () => {
    simulator.addFaults({ kind: 'http-status', status: 404, text: '', times: 1 });
    await expect(client.deleteOrgUnit(uuid(1))).rejects.toMatchObject({ code: 'os2sync-unexpected', fate: 'pause' });
  });
});

describe('users', () => {
  test('what was posted comes back as it was sent', async () => {
    await client.postUser(user(2));
    expect(await client.getUser(uuid(2))).toEqual(user(2));
  });

  test('a user that has ended (status 2) counts as not there', async () => {
    await client.postUser(user(2));
    await client.deleteUser(uuid(2));
    expect(await client.getUser(uuid(2))).toBeNull();
    expect(simulator.state().users).toEqual([]);
  });

  test('an unchanged user is skipped by OS2sync unless it is a repair', async () => {
    await client.postUser(user(2));
    simulator.resetStats();
    await client.postUser(user(2));
    expect(simulator.stats().skipped).toBe(1);
    await client.postUser(user(2), { repair: true });
    expect(simulator.stats().skipped).toBe(1);
    expect(simulator.log().map((one) => one.bypassCache)).toEqual([false, false, true]);
  });

  test('positions without a date are read', async () => {
    simulator.setState({
      users: [{ Uuid: uuid(2), UserId: 'a', Person: { Name: 'B' }, Positions: [{ Name: 'C', OrgUnitUuid: uuid(1) }] }],
    });
    expect((await client.getUser(uuid(2)))?.Positions).toMatchObject([{ Name: 'C', StopDate: null }]);
  });
});

test('requests are counted', async () => {
  await client.getOrgUnit(uuid(1));
  await client.postOrgUnit(unit(1));
  await client.deleteOrgUnit(uuid(1));
  expect(client.requests).toBe(3);
});

test('a client without a key sends none', async () => {
  const keyless = await startOs2syncSimulator({ cvr: CVR });
  try {
    await clientFor(keyless.url, { apiKey: null }).postOrgUnit(unit(1));
    expect(keyless.state().orgunits).toHaveLength(1);
  } finally {
    await keyless.close();
  }
});
