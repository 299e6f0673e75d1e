import { createServer } from 'node:http';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, leakGuard, startRedis, type RedisServer } from '../src/index.ts';

describe('leakGuard', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test('is content when all is closed', async () => {
    const guard = leakGuard();
    const client = new Redis(redis.url);
    await client.ping();
    client.disconnect();
    await guard.check(redis.url);
  });

  test('finds a server that still listens', async () => {
    const guard = leakGuard();
    const server = createServer().listen(0);
    await expect(guard.check(undefined, 10)).rejects.toThrow(/left open: TCPServerWrap 0 → 1/u);
    server.close();
    await guard.check();
  });

  test('finds a connection to Redis that was open before the guard looked', async () => {
    const client = new Redis(redis.url);
    await client.ping();
    await expect(leakGuard().check(redis.url, 10)).rejects.toThrow(/still connected to Redis/u);
    client.disconnect();
  });

  test('a free port is free', async () => {
    const guard = leakGuard();
    const server = createServer().listen(await freePort());
    server.close();
    await guard.check();
  });
});
