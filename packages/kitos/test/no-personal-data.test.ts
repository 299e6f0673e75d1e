import { inspect } from 'node:util';
import type { KitosFault } from '@os2bridge/simulators';
import { expect, test } from 'vitest';
import { clientFor, runKitos, settingsFor } from './support/client-for.ts';
import { errorOf } from './support/error-of.ts';
import { startFakeKitos } from './support/fake-kitos.ts';
import { gather } from './support/gather.ts';
import { CVR } from './support/small-kitos.ts';
import { id } from './support/uuid.ts';

const { email, password } = settingsFor('');
const SECRETS = [email, password, 'eyJhbGciOiJIUzI1NiJ9', 'et-token', 'Åse Ærlig', 'aase@aeblevig.example'];

const expectNothingOf = (shown: string): void => {
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
};

/** Everything an error shows to a logger that looks into every corner of it, and of its causes. */
const everythingIn = (error: Error): string =>
  inspect(error, { depth: Infinity, showHidden: true }) + (error.stack ?? '') + JSON.stringify(error);

const body = SECRETS.join(' ');

test.each<[string, KitosFault]>([
  ['a 200 that is no JSON', { kind: 'http-status', status: 200, text: body }],
  [
    'a 200 with other JSON',
    { kind: 'http-status', status: 200, text: JSON.stringify([{ uuid: 'Åse Ærlig', email: 'aase@aeblevig.example' }]) },
  ],
  ['a 400 that quotes', { kind: 'http-status', status: 400, text: body }],
  ['a 403 that quotes', { kind: 'http-status', status: 403, text: body }],
  ['a 500 that quotes', { kind: 'http-status', status: 500, text: body }],
  ['a refused login', { kind: 'http-status', status: 401, text: body }],
  ['a dropped connection', { kind: 'drop-connection' }],
  ['a time-out', { kind: 'hang' }],
])('%s tells nothing about persons, password or token', async (_name, fault) => {
  await using run = await runKitos({}, { timeoutMs: 1_000 });
  await run.client.organisation(CVR);
  run.kitos.addFaults(fault);
  for (const reading of [gather(run.client.users(id.org)), run.client.usage(id.usage(1))])
    expectNothingOf(everythingIn(await errorOf(reading)));
  expectNothingOf(everythingIn(await errorOf(clientFor(run.kitos.url, { timeoutMs: 300 }).organisation(CVR))));
});

test('a row that reads wrong is named by its uuid, not by what it says', async () => {
  const json = [{ uuid: id.user(1), name: ['Åse Ærlig'], email: 'aase@aeblevig.example' }];
  await using kitos = await startFakeKitos(({ path }) => (path.endsWith('GetToken') ? null : { json }));
  const error = await errorOf(gather(clientFor(kitos.url).users(id.org)));
  expectNothingOf(everythingIn(error));
  expect(error.message).toContain(`0.name of ${id.user(1)}`);
});

test('a log line tells nothing about persons, password or token', async () => {
  const lines: unknown[] = [];
  await using run = await runKitos({}, { log: (...line) => void lines.push(line) });
  await gather(run.client.users(id.org));
  await gather(run.client.usages(id.org));
  expect(lines).toHaveLength(3);
  expectNothingOf(JSON.stringify(lines));
});
