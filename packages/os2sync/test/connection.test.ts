import { startOs2syncSimulator, type Os2syncSimulator } from '@os2bridge/simulators';
import { freePort, leakGuard } from '@os2bridge/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clientFor, CVR, errorOf, KEY, unit, user, uuid } from './helpers.ts';
import { httpServer } from './http-server.ts';

const guard = leakGuard();
let simulator: Os2syncSimulator;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY });
});
afterAll(async () => {
  await simulator.close();
  await guard.check();
});
beforeEach(() => {
  simulator.clearFaults();
  simulator.setState({ orgunits: [unit(1)] });
  simulator.resetStats();
});

test('a server that is down is an outage', async () => {
  const client = clientFor(`http://127.0.0.1:${await freePort()}`);
  const attempts = [client.getUser(uuid(1)), client.postOrgUnit(unit(1)), client.deleteUser(uuid(1)), client.hierarchy(), client.ping()];
  for (const error of await Promise.all(attempts.map(errorOf))) {
    expect(error).toMatchObject({ code: 'os2sync-down', fate: 'later', status: null });
    expect(error.message).toContain('ECONNREFUSED');
  }
});

test('a name that does not resolve is an outage', async () => {
  expect(await errorOf(clientFor('http://os2sync.invalid').ping())).toMatchObject({ code: 'os2sync-down', fate: 'later' });
});

test('a server that never answers is given up after the timeout', async () => {
  simulator.addFaults({ kind: 'hang' });
  const client = clientFor(simulator.url, { timeoutMs: 100 });
  const attempts = [client.getOrgUnit(uuid(1)), client.postUser(user(2)), client.deleteUser(uuid(3))];
  for (const error of await Promise.all(attempts.map(errorOf))) {
    expect(error).toMatchObject({ code: 'os2sync-down', fate: 'later', status: null });
    expect(error.message).toContain('in time');
  }
});

test('a body that stops in the middle is given up after the timeout', async () => {
  const server = await httpServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('{"Uuid":');
  });
  try {
    expect(await errorOf(clientFor(server.url, { timeoutMs: 100 }).getUser(uuid(1)))).toMatchObject({ code: 'os2sync-down' });
  } finally {
    server.close();
  }
});

test('a slow server within the timeout is fine', async () => {
  simulator.addFaults({ kind: 'slow-ms', ms: 50 });
  expect(await clientFor(simulator.url).getOrgUnit(uuid(1))).not.toBeNull();
});

test('a GET on a dropped connection is sent once more', async () => {
  simulator.addFaults({ kind: 'drop-connection', times: 1 });
  const client = clientFor(simulator.url);
  expect(await client.getOrgUnit(uuid(1))).not.toBeNull();
  expect(client.requests).toBe(2);
});

test('a GET whose connection is dropped every time is an outage', async () => {
  simulator.addFaults({ kind: 'drop-connection' });
  expect(await errorOf(clientFor(simulator.url).getOrgUnit(uuid(1)))).toMatchObject({ code: 'os2sync-down', fate: 'later' });
  expect(simulator.stats().gets).toBe(2);
});

test('a POST on a dropped connection is left to the queue', async () => {
  simulator.addFaults({ kind: 'drop-answer', times: 1 });
  expect(await errorOf(clientFor(simulator.url).postUser(user(2)))).toMatchObject({ code: 'os2sync-down', fate: 'later' });
  expect(simulator.stats().posts).toBe(1);
  expect(simulator.state().users).toHaveLength(1);
});

test('a server that comes back is used again', async () => {
  const client = clientFor(simulator.url);
  simulator.addFaults({ kind: 'http-503', times: 1 });
  await errorOf(client.postUser(user(2)));
  await client.postUser(user(2));
  expect(simulator.state().users).toHaveLength(1);
});
