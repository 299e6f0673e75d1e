import { startRedis, type RedisServer } from '@os2bridge/testing';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLedger, digest, type Ledger, type LedgerEntry } from '@os2bridge/reconcile';
import { uuid } from './fixtures.ts';

let server: RedisServer;
let redis: Redis;
let count = 0;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
});
afterAll(async () => {
  await redis.quit();
  await server.stop();
});

const fresh = (): Ledger => createLedger(redis, { prefix: '{test}', cvr: '12345678', kind: 'user', name: `l${(count += 1)}` });
const entry = (fk: number, mo: number, owned: string[] = []): LedgerEntry => ({
  fk: uuid(fk),
  mo: uuid(mo),
  digest: `d${fk}`,
  base: `b${fk}`,
  owned,
  sentAt: '2026-11-22T10:00:00.000Z',
});

test('gives back what was remembered', async () => {
  const ledger = fresh();
  await ledger.remember(entry(1, 11, ['Tasks']));
  expect(await ledger.get([uuid(1), uuid(2)])).toEqual(new Map([[uuid(1), entry(1, 11, ['Tasks'])]]));
  expect(await ledger.size()).toBe(1);
});

test('finds all FK uuids that were sent for one MO object', async () => {
  const ledger = fresh();
  await ledger.remember(entry(1, 11));
  await ledger.remember(entry(2, 11));
  await ledger.remember(entry(2, 11));
  expect(await ledger.sentFor([uuid(11), uuid(12)])).toEqual(new Map([[uuid(11), [uuid(1), uuid(2)]]]));
});

test('an FK uuid that another MO object takes over leaves the first one', async () => {
  const ledger = fresh();
  await ledger.remember(entry(1, 11));
  await ledger.remember(entry(1, 12));
  expect(await ledger.sentFor([uuid(11), uuid(12)])).toEqual(new Map([[uuid(12), [uuid(1)]]]));
});

test('forgets an entry and its place in the index', async () => {
  const ledger = fresh();
  await ledger.remember(entry(1, 11));
  await ledger.forget(uuid(1));
  await ledger.forget(uuid(9));
  expect(await ledger.size()).toBe(0);
  expect(await ledger.sentFor([uuid(11)])).toEqual(new Map());
});

test('scans thousands of entries, each at least once', async () => {
  const ledger = fresh();
  await Promise.all(Array.from({ length: 3000 }, (_, at) => ledger.remember(entry(at, at + 10_000))));
  const seen = new Set<string>();
  for await (const page of ledger.scan()) for (const { fk } of page) seen.add(fk);
  expect(seen.size).toBe(3000);
});

test('another name is another memory', async () => {
  const ledger = fresh();
  await ledger.remember(entry(1, 11));
  expect(await fresh().size()).toBe(0);
});

test('a digest depends on the key, so that nobody can guess a CPR from it', () => {
  expect(digest('key one', '{"Cpr":"1234"}')).toBe(digest('key one', '{"Cpr":"1234"}'));
  expect(digest('key one', '{"Cpr":"1234"}')).not.toBe(digest('key two', '{"Cpr":"1234"}'));
});
