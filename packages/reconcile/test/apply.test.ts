import { startRedis, type RedisServer } from '@os2bridge/testing';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyDecided, type ApplyOptions, type Decided, type Store } from '@os2bridge/reconcile';
import { ignore, noteKind, storeIn, undecided, upsert, uuid, type Note } from './fixtures.ts';

let server: RedisServer;
let redis: Redis;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
});
afterAll(async () => {
  await redis.quit();
  await server.stop();
});

const [a, b, c] = [uuid(1), uuid(2), uuid(3)];
const apply = (store: Store<Note, Note>, decided: Decided<Note>, options: Partial<ApplyOptions> = {}) =>
  applyDecided(store, decided, { force: false, mayDelete: async () => true, ...options });
const about = (mo: typeof a, ...decisions: Decided<Note>['decisions']): Decided<Note> => ({ mo, gone: decisions.length === 0, decisions });

test('sends what is new and remembers it, so that the same again is skipped', async () => {
  const { kind, log } = noteKind(new Map());
  const store = storeIn(redis, kind);
  expect(await apply(store, about(a, upsert(a, a, 'x')))).toMatchObject({ sent: 1, skipped: 0 });
  expect(await apply(store, about(a, upsert(a, a, 'x')))).toMatchObject({ sent: 0, skipped: 1 });
  expect(log).toEqual([`send ${a}`]);
});

test('remembers nothing that the target did not accept', async () => {
  const { kind, faults } = noteKind(new Map());
  faults.send = true;
  const store = storeIn(redis, kind);
  await expect(apply(store, about(a, upsert(a, a, 'x')))).rejects.toThrow('target is down');
  expect(await store.ledger.size()).toBe(0);
});

test('deletes by the FK uuid what was sent and is not wanted any more, after sending the new one', async () => {
  const { kind, log } = noteKind(new Map());
  const store = storeIn(redis, kind);
  await store.remember(a, b, { Uuid: a, Name: 'x', Post: null }, []);
  expect(await apply(store, about(b, upsert(b, c, 'x')))).toMatchObject({ sent: 1, deleted: 1 });
  expect(log).toEqual([`send ${c}`, `remove ${a}`]);
  expect(await store.ledger.sentFor([b])).toEqual(new Map([[b, [c]]]));
});

test('a deletion that is not allowed now is held, with its reason', async () => {
  const { kind, log } = noteKind(new Map());
  const store = storeIn(redis, kind);
  await store.remember(a, a, { Uuid: a, Name: 'x', Post: null }, []);
  const result = await apply(store, about(a, ignore(a, a, 'no-position')), { mayDelete: async () => false });
  expect(result).toMatchObject({ deleted: 0, held: [{ fk: a, mo: a, reasons: ['no-position'] }] });
  expect(log).toEqual([]);
});

test('an FK uuid that another object claims now is not deleted', async () => {
  const { kind, log } = noteKind(new Map([[b, [upsert(b, c, 'heir')]]]));
  const store = storeIn(redis, kind);
  await store.remember(c, a, { Uuid: c, Name: 'x', Post: null }, []);
  await apply(store, about(a, ignore(a, c, 'no-position')));
  expect(log).toEqual([]);
});

test('an object that cannot be decided fails for good; its other FK objects are sent and nothing is deleted', async () => {
  const { kind, log } = noteKind(new Map());
  const store = storeIn(redis, kind);
  await store.remember(c, a, { Uuid: c, Name: 'x', Post: null }, []);
  await expect(apply(store, about(a, upsert(a, b, 'x'), undecided(a, 'invalid-fk-uuid')))).rejects.toMatchObject({
    code: 'invalid-fk-uuid',
    fate: 'never',
  });
  expect(log).toEqual([`send ${b}`]);
});

test('the top unit is never deleted', async () => {
  const { kind, log, safe } = noteKind(new Map());
  safe.add(a);
  const store = storeIn(redis, kind);
  await store.remember(c, a, { Uuid: c, Name: 'x', Post: null }, []);
  await apply(store, about(a));
  expect(log).toEqual([]);
});

test('a field that MO once filled stays its own', async () => {
  const store = storeIn(redis, noteKind(new Map()).kind);
  await apply(store, about(a, upsert(a, a, 'x', { post: 'Vej 1' })));
  await apply(store, about(a, upsert(a, a, 'x')));
  expect((await store.ledger.get([a])).get(a)?.owned).toEqual(['Post']);
});
