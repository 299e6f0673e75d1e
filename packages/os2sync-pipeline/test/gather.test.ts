import { setImmediate as turn } from 'node:timers/promises';
import { eventually } from '@os2bridge/testing';
import { expect, test } from 'vitest';
import { gather } from '../src/gather.ts';

const doubled = async (keys: readonly number[]): Promise<number[]> => keys.map((key) => key * 2);

test('questions of one moment are one batch, and each gets its own answer', async () => {
  const sizes: number[] = [];
  const ask = gather(
    async (keys: readonly number[]) => {
      sizes.push(keys.length);
      return doubled(keys);
    },
    { windowMs: 1, maxSize: 100, atOnce: 1 },
  );
  expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([2, 4, 6]);
  expect(sizes).toEqual([3]);
});

test('what comes while a batch is under way makes the next one bigger', async () => {
  const gate = Promise.withResolvers<void>();
  const sizes: number[] = [];
  const ask = gather(
    async (keys: readonly number[]) => {
      sizes.push(keys.length);
      if (sizes.length === 1) await gate.promise;
      return doubled(keys);
    },
    { windowMs: 1, maxSize: 100, atOnce: 1 },
  );
  const first = ask(1);
  await eventually(() => expect(sizes).toEqual([1]));
  const later: Promise<number>[] = [];
  for (let key = 2; key <= 20; key += 1) {
    later.push(ask(key));
    await turn();
  }
  gate.resolve();
  await first;
  expect(await Promise.all(later)).toHaveLength(19);
  expect(sizes).toEqual([1, 19]);
});

test('no batch is larger than allowed', async () => {
  const sizes: number[] = [];
  const ask = gather(
    async (keys: readonly number[]) => {
      sizes.push(keys.length);
      return doubled(keys);
    },
    { windowMs: 1, maxSize: 10, atOnce: 2 },
  );
  await Promise.all(Array.from({ length: 25 }, (_, key) => ask(key)));
  expect(sizes).toEqual([10, 10, 5]);
});

test('a batch that fails lets the next one through', async () => {
  let calls = 0;
  const ask = gather(
    async (keys: readonly number[]) => {
      if ((calls += 1) === 1) throw new Error('down');
      return doubled(keys);
    },
    { windowMs: 1, maxSize: 100, atOnce: 1 },
  );
  await expect(ask(1)).rejects.toThrow('down');
  expect(await ask(2)).toBe(4);
});

test('an error in the answers fails its own key only', async () => {
  const ask = gather(async (keys: readonly number[]) => keys.map((key) => (key === 2 ? new Error('poisoned') : key)), {
    windowMs: 1,
    maxSize: 100,
    atOnce: 1,
  });
  const [one, two] = await Promise.allSettled([ask(1), ask(2)]);
  expect(one).toMatchObject({ status: 'fulfilled', value: 1 });
  expect(two).toMatchObject({ status: 'rejected' });
});
