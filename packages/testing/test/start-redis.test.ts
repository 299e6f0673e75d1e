import { existsSync } from 'node:fs';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, test } from 'vitest';
import { startRedis, type RedisServer, type StartRedisOptions } from '../src/index.ts';

const opened: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

const start = async (options?: StartRedisOptions): Promise<RedisServer> => {
  const server = await startRedis(options);
  opened.push(() => server.stop());
  return server;
};

const client = (server: RedisServer): Redis => {
  const redis = new Redis(server.url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  opened.push(() => redis.disconnect());
  return redis;
};

describe('startRedis', () => {
  test('answers as soon as it is returned, and evicts nothing', async () => {
    const redis = client(await start());
    expect(await redis.ping()).toBe('PONG');
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
  });

  test('two at a time have ports and folders of their own', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.port).not.toBe(other.port);
    expect(one.dir).not.toBe(other.dir);
  });

  test('forgets over a restart, on the same port', async () => {
    const server = await start();
    const redis = client(server);
    await redis.set('key', 'value');
    await server.restart();
    expect(await redis.get('key')).toBeNull();
  });

  test('with appendonly remembers over a crash', async () => {
    const server = await start({ appendonly: true });
    const redis = client(server);
    await redis.set('key', 'value');
    await server.kill();
    await server.restart();
    expect(await redis.get('key')).toBe('value');
  });

  test('a wrong argument is shown in its own words', async () => {
    await expect(startRedis({ args: ['--no-such-setting', 'x'] })).rejects.toThrow(/no-such-setting/u);
  });

  test('stopping twice is no error, and its files are in its own folder', async () => {
    const server = await start({ appendonly: true });
    expect(existsSync(`${server.dir}/appendonlydir`)).toBe(true);
    await server.stop();
    await server.stop();
  });
});
