import { createScript } from '@os2bridge/redis';
import { startRedis, type RedisServer } from '@os2bridge/testing';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';

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

const add = createScript(`return redis.call('INCRBY', KEYS[1], ARGV[1])`);

test('a script runs, and its text is sent only once', async () => {
  expect([await add(redis, ['sum'], ['2']), await add(redis, ['sum'], ['3'])]).toEqual([2, 5]);
  expect(await redis.info('commandstats')).toMatch(/cmdstat_eval:calls=1,/);
});

test('a Redis that has forgotten the script gets it again', async () => {
  await redis.script('FLUSH');
  expect(await add(redis, ['other'], ['1'])).toBe(1);
});

test('an error of the script itself is passed on', async () => {
  await redis.set('text', 'not a number');
  await expect(add(redis, ['text'], ['1'])).rejects.toThrow('not an integer');
});
