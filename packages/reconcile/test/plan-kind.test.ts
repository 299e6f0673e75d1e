import { leakGuard, startRedis, type RedisServer } from '@os2bridge/testing';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ignore, noteKind, planOf, storeIn, undecided, upsert, uuid } from './fixtures.ts';

const guard = leakGuard();
let server: RedisServer;
let redis: Redis;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
});
afterAll(async () => {
  await redis.quit();
  await guard.check(server.url);
  await server.stop();
});

const [a, b, c] = [uuid(1), uuid(2), uuid(3)];
const verdicts = (lines: { mo: string | null; fk: string | null; verdict: string; reasons: readonly string[] }[]) =>
  lines.map(({ mo, fk, verdict, reasons }) => [mo, fk, verdict, ...reasons]);

test('what was never sent is a create, the same again unchanged, another content an update', async () => {
  const { kind } = noteKind(
    new Map([
      [a, [upsert(a, a, 'new')]],
      [b, [upsert(b, b, 'same')]],
      [c, [upsert(c, c, 'after')]],
    ]),
  );
  const store = storeIn(redis, kind);
  await store.remember(b, b, { Uuid: b, Name: 'same', Post: null }, []);
  await store.remember(c, c, { Uuid: c, Name: 'before', Post: null }, []);
  const { lines, summary } = await planOf(store);
  expect(verdicts(lines)).toEqual([
    [a, a, 'create'],
    [b, b, 'unchanged'],
    [c, c, 'update'],
  ]);
  expect(summary).toMatchObject({ seen: 3, held: 2, counts: { create: 1, unchanged: 1, update: 1 } });
});

test('what was sent and MO no longer knows is deleted', async () => {
  const store = storeIn(redis, noteKind(new Map()).kind);
  await store.remember(a, b, { Uuid: a, Name: 'x', Post: null }, []);
  expect(verdicts((await planOf(store)).lines)).toEqual([[b, a, 'delete', 'terminated']]);
});

test('what was sent and is now ignored is deleted with the reason it is ignored for, shown once', async () => {
  const store = storeIn(redis, noteKind(new Map([[a, [ignore(a, a, 'no-position')]]])).kind);
  await store.remember(a, a, { Uuid: a, Name: 'x', Post: null }, []);
  expect(verdicts((await planOf(store)).lines)).toEqual([[a, a, 'delete', 'no-position']]);
});

test('what was never sent is not deleted', async () => {
  const { kind, target } = noteKind(new Map([[a, [ignore(a, a, 'no-position')]]]));
  target.set(b, { Uuid: b, Name: 'of others', Post: null });
  expect(verdicts((await planOf(storeIn(redis, kind))).lines)).toEqual([[a, a, 'ignore', 'no-position']]);
});

test('with autowash everything the target has and MO does not give is deleted', async () => {
  const { kind, target } = noteKind(new Map([[a, [upsert(a, a, 'x')]]]));
  target.set(a, { Uuid: a, Name: 'x', Post: null }).set(b, { Uuid: b, Name: 'of others', Post: null });
  const { lines, summary } = await planOf(storeIn(redis, kind), { autowash: true });
  expect(verdicts(lines)).toEqual([
    [a, a, 'create'],
    [null, b, 'delete', 'autowash'],
  ]);
  expect(summary.held).toBe(2);
});

test('a changed FK uuid: the new one is created, the old one deleted', async () => {
  const store = storeIn(redis, noteKind(new Map([[a, [upsert(a, c, 'x')]]])).kind);
  await store.remember(a, a, { Uuid: a, Name: 'x', Post: null }, []);
  expect(verdicts((await planOf(store)).lines)).toEqual([
    [a, c, 'create'],
    [a, a, 'delete', 'fk-uuid-changed'],
  ]);
});

test('two objects on one FK uuid: the lowest MO uuid keeps it, nothing of the other is deleted', async () => {
  const store = storeIn(
    redis,
    noteKind(
      new Map([
        [a, [upsert(a, c, 'first')]],
        [b, [upsert(b, c, 'second')]],
      ]),
    ).kind,
  );
  await store.remember(b, b, { Uuid: b, Name: 'x', Post: null }, []);
  expect(verdicts((await planOf(store)).lines)).toEqual([
    [a, c, 'create'],
    [b, c, 'error', 'duplicate-fk-uuid'],
  ]);
});

test('an FK uuid that moves to another object is not deleted', async () => {
  const store = storeIn(
    redis,
    noteKind(
      new Map([
        [a, [ignore(a, c, 'no-position')]],
        [b, [upsert(b, c, 'heir')]],
      ]),
    ).kind,
  );
  await store.remember(c, a, { Uuid: c, Name: 'former', Post: null }, []);
  expect(verdicts((await planOf(store)).lines).filter(([, , verdict]) => verdict === 'delete')).toEqual([]);
});

test('nothing is deleted under an object that cannot be decided', async () => {
  const { kind, target } = noteKind(new Map([[a, [undecided(a, 'invalid-fk-uuid')]]]));
  target.set(a, { Uuid: a, Name: 'x', Post: null });
  const store = storeIn(redis, kind);
  await store.remember(b, a, { Uuid: b, Name: 'x', Post: null }, []);
  expect(verdicts((await planOf(store, { autowash: true })).lines)).toEqual([[a, null, 'error', 'invalid-fk-uuid']]);
});

test('what is protected is never deleted', async () => {
  const { kind, safe, target } = noteKind(new Map());
  safe.add(a).add(b);
  target.set(a, { Uuid: a, Name: 'top', Post: null });
  const store = storeIn(redis, kind);
  await store.remember(c, b, { Uuid: c, Name: 'top', Post: null }, []);
  expect((await planOf(store, { autowash: true })).lines).toEqual([]);
});

test('a read that fails in the middle fails the plan before any deletion is listed', async () => {
  const { kind, faults } = noteKind(
    new Map([
      [a, [upsert(a, a, 'x')]],
      [b, [upsert(b, b, 'x')]],
    ]),
  );
  faults.sweepAfterPages = 1;
  const store = storeIn(redis, kind);
  await store.remember(c, c, { Uuid: c, Name: 'x', Post: null }, []);
  await expect(planOf(store)).rejects.toThrow('MO failed in the middle');
});

test('a failing look-up does not make an unchanged object look changed', async () => {
  const store = storeIn(redis, noteKind(new Map([[a, [upsert(a, a, 'x', { keep: ['Post'] })]]])).kind);
  await store.remember(a, a, { Uuid: a, Name: 'x', Post: 'Vej 1' }, []);
  expect(verdicts((await planOf(store)).lines)).toEqual([[a, a, 'unchanged']]);
});

test('a failing look-up does not hide another change', async () => {
  const store = storeIn(redis, noteKind(new Map([[a, [upsert(a, a, 'y', { keep: ['Post'] })]]])).kind);
  await store.remember(a, a, { Uuid: a, Name: 'x', Post: 'Vej 1' }, []);
  expect(verdicts((await planOf(store)).lines)).toEqual([[a, a, 'update']]);
});

test('force sends also what has not changed', async () => {
  const store = storeIn(redis, noteKind(new Map([[a, [upsert(a, a, 'x')]]])).kind);
  await store.remember(a, a, { Uuid: a, Name: 'x', Post: null }, []);
  expect(verdicts((await planOf(store, { force: true })).lines)).toEqual([[a, a, 'update']]);
});

test('with the comparison switched off everything is sent', async () => {
  const store = storeIn(redis, noteKind(new Map([[a, [upsert(a, a, 'x')]]])).kind, { compares: false });
  await store.remember(a, a, { Uuid: a, Name: 'x', Post: null }, []);
  expect(verdicts((await planOf(store)).lines)).toEqual([[a, a, 'update']]);
});
