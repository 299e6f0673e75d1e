import { inspect } from 'node:util';
import { silentLogger } from '@os2bridge/logging';
import { startOs2syncSimulator, type Fault, type Os2syncSimulator } from '@os2bridge/simulators';
import { freePort } from '@os2bridge/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createOs2syncClient } from '../src/index.ts';
import { clientFor, CVR, errorOf, KEY, PERSONAL, settingsFor, user } from './helpers.ts';

let simulator: Os2syncSimulator;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.clearFaults());

const SECRETS = [...Object.values(PERSONAL), KEY];

/** Everything an error shows to a logger that looks into every corner of it, and of its causes. */
const everythingIn = (error: Error): string =>
  inspect(error, { depth: Infinity, showHidden: true }) + (error.stack ?? '') + JSON.stringify(error);

const expectNothingOf = (shown: string) => {
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
};

const { name, cpr, email } = PERSONAL;
const echo = `${name} ${cpr} ${email} ${KEY}`;

test.each<[string, Fault]>([
  ['a 400 with the values in it', { kind: 'http-400-text', text: echo }],
  ['a database text with a value after it', { kind: 'http-400-text', text: `Data too long for column 'cpr' at row 1: ${echo}` }],
  [
    'a database text with a value in front of the column',
    { kind: 'http-400-text', text: `Incorrect string value: '${name}' for column 'name' at row 1` },
  ],
  ['a database text with a value for a column', { kind: 'http-400-text', text: `Data too long ${echo}` }],
  ['a 500 with the values in it', { kind: 'http-status', status: 500, text: echo }],
  ['a 200 that is no JSON', { kind: 'http-status', status: 200, text: echo }],
  ['a 200 with other JSON', { kind: 'http-status', status: 200, text: JSON.stringify({ Uuid: cpr, Name: name }) }],
  ['a dropped connection', { kind: 'drop-connection' }],
  ['a timeout', { kind: 'hang' }],
  ['a wrong key', { kind: '401' }],
])('%s tells nothing about the person', async (_, fault) => {
  simulator.addFaults(fault);
  const client = clientFor(simulator.url, { timeoutMs: 150 });
  expectNothingOf(everythingIn(await errorOf(client.postUser(user(2)))));
  expectNothingOf(everythingIn(await errorOf(client.getUser(user(2).Uuid))));
});

test('a refused connection tells nothing about the person', async () => {
  expectNothingOf(everythingIn(await errorOf(clientFor(`http://127.0.0.1:${await freePort()}`).postUser(user(2)))));
});

test('a limit tells nothing about the person', async () => {
  const long = { UserId: PERSONAL.userId.repeat(50), Email: PERSONAL.email.repeat(20), Person: { Name: name.repeat(10), Cpr: `${cpr}1` } };
  expectNothingOf(everythingIn(await errorOf(clientFor(simulator.url).postUser(user(2, long)))));
});

test('a log line tells nothing about the person', async () => {
  const lines: unknown[] = [];
  const keep = (...line: unknown[]) => void lines.push(line);
  const logger = { ...silentLogger, debug: keep, info: keep, warn: keep, error: keep };
  const client = createOs2syncClient({ settings: settingsFor(simulator.url), logger });
  simulator.setState({ orgunits: [{ Uuid: user(2).Positions[0]?.OrgUnitUuid, Name: 'Havn' }] });
  await client.postUser(user(2));
  await client.getUser(user(2).Uuid);
  await client.hierarchy();
  expect(lines.length).toBeGreaterThan(3);
  expectNothingOf(JSON.stringify(lines));
});
