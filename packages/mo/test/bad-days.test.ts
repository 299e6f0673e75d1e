import type { MoSettings } from '@os2bridge/config';
import { type Os2moSimulator, startOs2moSimulator } from '@os2bridge/simulators';
import { leakGuard } from '@os2bridge/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createMoReader } from '../src/create-mo-reader.ts';
import type { MoReader } from '../src/mo-reader.ts';
import { everythingIn } from './support/everything-in.ts';
import { failureOf } from './support/failure-of.ts';
import { gather } from './support/gather.ts';
import { moSettings } from './support/mo-settings.ts';
import { recordedLog } from './support/recorded-log.ts';
import { id, smallDataset } from './support/small-dataset.ts';

type Fault = Parameters<Os2moSimulator['setFaults']>[0][number];

const SECRET = 'hemmelig-nøgle';
const guard = leakGuard();
let mo: Os2moSimulator;

beforeAll(async () => {
  const clients = [
    { clientId: 'os2bridge', clientSecret: SECRET },
    { clientId: 'narrow', clientSecret: SECRET, roles: ['read_org_unit', 'read_employee'] },
  ];
  mo = await startOs2moSimulator({ dataset: smallDataset, auth: { session: 'sesam', clients } });
});
afterEach(() => mo.setFaults([]));
afterAll(async () => {
  await mo.close();
  await guard.check();
});

const login = (clientId: string, clientSecret = SECRET): MoSettings['login'] => ({
  kind: 'keycloak',
  server: `${mo.url}/auth`,
  realm: 'mo',
  clientId,
  clientSecret,
});
const readerWith = (changes: Partial<MoSettings> = {}): MoReader =>
  createMoReader({ settings: moSettings(mo.url, { login: login('os2bridge'), timeoutMs: 1000, ...changes }), logger: recordedLog() });

test('a client with a secret, and a session, get in; a wrong secret, a wrong session and nobody do not', async () => {
  const version = async (settings: MoSettings['login']): Promise<string> => await readerWith({ login: settings }).version();
  expect(await version(login('os2bridge'))).toBe('66.1.2');
  expect(await version({ kind: 'session', token: 'sesam' })).toBe('66.1.2');
  for (const wrong of [login('os2bridge', 'forkert'), { kind: 'session', token: 'x' } as const, { kind: 'none' } as const]) {
    expect(await failureOf(version(wrong))).toMatchObject({ code: 'mo-login', fate: 'pause' });
  }
});

test('tokens that end all at once are renewed without anybody noticing', async () => {
  const reader = readerWith();
  await reader.version();
  mo.expireTokens();
  expect(await Promise.all([reader.persons([id.aase]), reader.persons([id.bjorn])])).toMatchObject([
    [{ uuid: id.aase }],
    [{ uuid: id.bjorn }],
  ]);
});

test('a missing role names itself and its collection', async () => {
  const reader = readerWith({ login: login('narrow') });
  expect(await reader.persons([id.aase])).toHaveLength(1);
  const error = await failureOf(reader.engagements([id.aase]));
  expect(error).toMatchObject({ code: 'mo-role', fate: 'pause' });
  expect(error.message).toMatch(/"engagements".*read_engagement/);
});

test('an object that an error has emptied fails the read: it looks like an ended one', async () => {
  mo.setFaults([{ kind: 'null-current', match: 'org_units' }]);
  const error = await failureOf(readerWith().unitsWithAncestors([id.class]));
  expect(error).toMatchObject({ code: 'mo-answer', fate: 'later' });
  expect(error.message).toContain(id.top);
});

test('a walk that breaks on its third page gives two pages and an error', async () => {
  mo.setFaults([{ kind: 'http-502', match: 'Units', afterPages: 2 }]);
  const pages: string[][] = [];
  const walk = async (): Promise<void> => {
    for await (const page of readerWith({ pageSize: 1 }).unitPages()) pages.push(page.map(({ uuid }) => uuid));
  };
  expect(await failureOf(walk())).toMatchObject({ code: 'mo-down', fate: 'later' });
  expect(pages).toEqual([[id.top], [id.school]]);
});

test.each<[Fault['kind'], string]>([
  ['http-500', 'mo-down'],
  ['http-502', 'mo-down'],
  ['hang', 'mo-down'],
  ['bad-json', 'mo-down'],
  ['truncated', 'mo-down'],
  ['graphql-error', 'mo-answer'],
  ['null-current', 'mo-answer'],
])('%s never looks like an empty answer, and is tried again later', async (kind, code) => {
  mo.setFaults([{ kind }]);
  const reader = readerWith({ timeoutMs: 300 });
  const reads = [reader.persons([id.aase]), reader.engagements([id.aase]), reader.allClasses(), gather(reader.personPages())];
  for (const error of await Promise.all(reads.map(failureOf))) {
    expect(error).toMatchObject({ code, fate: 'later' });
    expect(everythingIn(error)).not.toMatch(/Åse|Ærlig|0101009999|hemmelig|Bearer/);
  }
});

test('an answer that is merely slow is waited for', async () => {
  mo.setFaults([{ kind: 'slow-ms', ms: 200 }]);
  expect(await readerWith().persons([id.aase])).toHaveLength(1);
});

test('Keycloak out of order is tried again later', async () => {
  mo.setFaults([{ kind: 'http-502', match: 'token' }]);
  expect(await failureOf(readerWith().version())).toMatchObject({ code: 'mo-login', fate: 'later' });
});

test.each<Fault>([
  { kind: 'dar-unreachable' },
  { kind: 'dar-http-500' },
  { kind: 'hang', match: 'StreetNames' },
  { kind: 'http-500', match: 'StreetNames' },
])('an address register out of order ($kind) costs the street addresses only', async (fault) => {
  mo.setFaults([fault]);
  const reader = readerWith({ timeoutMs: 300 });
  expect((await reader.unitAddresses([id.school])).map(({ text }) => text)).toEqual([null, null, null]);
  expect((await reader.personAddresses([id.aase])).map(({ text }) => text)).toEqual(['aase@eksempel.example']);
});
