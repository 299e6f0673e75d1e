import { silentLogger } from '@os2bridge/logging';
import { eventually, freePort, startRedis, type RedisServer } from '@os2bridge/testing';
import { Cluster } from 'ioredis';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { assertRedisReady, closeRedis, openRedis } from '../src/index.ts';
import { listeningLogger, settingsOf } from './support.ts';

let server: RedisServer;
beforeAll(async () => void (server = await startRedis()));
afterAll(() => server.stop());

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

const opened = (...args: Parameters<typeof openRedis>): ReturnType<typeof openRedis> => {
  const client = openRedis(...args);
  open.push(() => closeRedis(client, 200));
  return client;
};

const started = async (args: readonly string[]): Promise<RedisServer> => {
  const one = await startRedis({ args });
  open.push(() => one.stop());
  return one;
};

/** A Redis with a password, set once it runs: the fixture knocks without one. */
const locking = async (password: string): Promise<RedisServer> => {
  const one = await started([]);
  const admin = opened(settingsOf(one.url), silentLogger, { purpose: 'test' });
  await admin.config('SET', 'requirepass', password);
  return one;
};

describe('a Redis that is there', () => {
  test('is ready, and knows who is connected', async () => {
    const client = opened(settingsOf(server.url), silentLogger, { purpose: 'prøve'.replace('ø', 'o') });
    expect(await assertRedisReady(client)).toEqual({ version: expect.stringMatching(/^\d+\.\d+/), maxmemoryPolicy: 'noeviction' });
    expect(String(await client.client('GETNAME'))).toBe('os2bridge-prove');
  });

  test('a password and a database are used', async () => {
    const locked = await locking('hem@melig');
    const client = opened(settingsOf(`redis://:hem%40melig@127.0.0.1:${locked.port}/2`), silentLogger, { purpose: 'test' });
    await client.set('x', '1');
    expect((await assertRedisReady(client)).maxmemoryPolicy).toBe('noeviction');
    expect(await client.info('keyspace')).toContain('db2:keys=1');
  });

  test('that evicts keys is refused, saying what to set', async () => {
    const forgetful = await started(['--maxmemory-policy', 'allkeys-lru']);
    const client = opened(settingsOf(forgetful.url), silentLogger, { purpose: 'test' });
    await expect(assertRedisReady(client)).rejects.toMatchObject({
      code: 'redis-eviction',
      fate: 'pause',
      message: `Redis at 127.0.0.1:${forgetful.port} evicts keys when memory is short (maxmemory-policy allkeys-lru): jobs would be lost. Set maxmemory-policy noeviction`,
    });
  });

  test('that is too old is refused', async () => {
    const { port } = await answering('redis_version:6.0.16\r\nmaxmemory_policy:noeviction\r\n');
    const client = opened(settingsOf(`redis://127.0.0.1:${port}`), silentLogger, { purpose: 'test' });
    await expect(assertRedisReady(client)).rejects.toMatchObject({
      code: 'redis-version',
      message: `Redis at 127.0.0.1:${port} is 6.0.16; the bridge needs 6.2 or newer`,
    });
  });
});

describe('a Redis that is not there', () => {
  test('the command line is told within 2 s, with host and port and without the password', async () => {
    const port = await freePort();
    const start = performance.now();
    const client = opened(settingsOf(`redis://:hemmelig@127.0.0.1:${port}`), silentLogger, { purpose: 'cli', failFast: true });
    const error = await assertRedisReady(client).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'redis-unreachable',
      fate: 'pause',
      message: `Redis at 127.0.0.1:${port} does not answer. Is it running, and is redis.url right (with user and password, if it asks for them)?`,
    });
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(String(error)).not.toContain('hemmelig');
  });

  test('a later command of the command line fails too, it does not hang', async () => {
    const gone = await startRedis();
    const client = opened(settingsOf(gone.url), silentLogger, { purpose: 'cli', failFast: true });
    await client.ping();
    await gone.stop();
    await expect(client.ping()).rejects.toThrow(/closed|retries/);
  });

  test.each(['sentinel', 'cluster'] as const)('%s: the command line is told, too', async (mode) => {
    const url = `redis://127.0.0.1:${await freePort()},redis://127.0.0.1:${await freePort()}`;
    const start = performance.now();
    const client = opened(settingsOf(url, { mode, sentinelName: 'mester' }), silentLogger, { purpose: 'cli', failFast: true });
    await expect(assertRedisReady(client)).rejects.toMatchObject({ code: 'redis-unreachable' });
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test('one that takes the call and says nothing is given up at the deadline', async () => {
    const { port } = await answering(null);
    const client = opened(settingsOf(`redis://127.0.0.1:${port}`), silentLogger, { purpose: 'test' });
    await expect(assertRedisReady(client, 100)).rejects.toMatchObject({
      code: 'redis-unreachable',
      cause: { message: 'no answer within 0.1 s' },
    });
  });

  test('a wrong password is told as such a Redis, without the password', async () => {
    const locked = await locking('rigtig');
    const { logger, lines } = listeningLogger();
    const client = opened(settingsOf(`redis://:forkert@127.0.0.1:${locked.port}`), logger, { purpose: 'cli', failFast: true });
    await expect(assertRedisReady(client)).rejects.toMatchObject({ code: 'redis-unreachable' });
    expect(lines.join()).not.toMatch(/forkert|rigtig/);
  });
});

describe('an outage', () => {
  test("is logged once and once when it is over, and a worker's command waits for it", async () => {
    const redis = await startRedis({ appendonly: true });
    open.push(() => redis.stop());
    const { logger, lines } = listeningLogger();
    const client = opened(settingsOf(redis.url), logger, { purpose: 'test' });
    await client.ping();
    let attempts = 0;
    client.on('reconnecting', () => (attempts += 1));
    await redis.kill();
    const waiting = client.set('x', '1');
    await eventually(() => expect(attempts).toBeGreaterThan(3));
    await redis.restart();
    expect(await waiting).toBe('OK');
    await eventually(() => expect(lines).toHaveLength(2));
    expect(lines).toEqual([
      `warn Redis at 127.0.0.1:${redis.port} cannot be reached; trying again until it is back`,
      `info Redis at 127.0.0.1:${redis.port} is back`,
    ]);
  });

  test('closing does not wait for a Redis that is away', async () => {
    const client = openRedis(settingsOf(`redis://127.0.0.1:${await freePort()}`), silentLogger, { purpose: 'test' });
    const start = performance.now();
    await closeRedis(client, 100);
    expect(performance.now() - start).toBeLessThan(1_500);
    await eventually(() => expect(client.status).toBe('end'));
  });
});

test('a Cluster is entered by any of its addresses and keeps the keys of one prefix in one slot', async () => {
  const node = await started(['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1']);
  const admin = opened(settingsOf(node.url), silentLogger, { purpose: 'test' });
  await admin.call('CLUSTER', 'ADDSLOTS', ...Array.from({ length: 16_384 }, (_, slot) => String(slot)));
  await eventually(async () => expect(String(await admin.call('CLUSTER', 'INFO'))).toContain('cluster_state:ok'));
  const client = opened(settingsOf(`redis://127.0.0.1:${await freePort()},${node.url}`, { mode: 'cluster' }), silentLogger, {
    purpose: 'test',
  });
  expect(client).toBeInstanceOf(Cluster);
  expect((await assertRedisReady(client)).maxmemoryPolicy).toBe('noeviction');
  await client.mset('{os2bridge}:a', '1', '{os2bridge}:b', '2');
  expect(await client.mget('{os2bridge}:a', '{os2bridge}:b')).toEqual(['1', '2']);
});

/** A server that answers everything the same way, or nothing. */
const answering = async (answer: string | null): Promise<{ readonly port: number }> => {
  const sockets = new Set<Socket>();
  const fake: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      for (const _ of data.toString().match(/^\*\d+/gm) ?? []) if (answer !== null) socket.write(`$${answer.length}\r\n${answer}\r\n`);
    });
  });
  const listening = Promise.withResolvers<void>();
  fake.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  open.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => fake.close(done));
  });
  const address = fake.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port };
};
