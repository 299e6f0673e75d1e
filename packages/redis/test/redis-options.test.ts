import { describe, expect, test } from 'vitest';
import { describeRedis } from '../src/index.ts';
import { redisOptions } from '../src/redis-options.ts';
import { settingsOf } from './support.ts';

const optionsOf = (...settings: Parameters<typeof settingsOf>) => redisOptions(settingsOf(...settings), { purpose: 'test' });

describe('one Redis', () => {
  test('host, port, database and login come from the address', () => {
    expect(optionsOf('redis://bruger:hem%40melig@redis.example.dk:6380/3')).toMatchObject({
      kind: 'redis',
      options: { host: 'redis.example.dk', port: 6380, db: 3, username: 'bruger', password: 'hem@melig', connectionName: 'os2bridge-test' },
    });
  });

  test('without a port it is 6379, without a login or database there is none', () => {
    const { options } = optionsOf('redis://redis');
    expect(options).toMatchObject({ host: 'redis', port: 6379 });
    for (const key of ['db', 'username', 'password', 'tls']) expect(options).not.toHaveProperty(key);
  });

  test('an IPv6 number stands without its brackets', () => {
    expect(optionsOf('redis://[::1]:6379').options).toMatchObject({ host: '::1' });
  });

  test('rediss:// is TLS, with the certificate checked or not', () => {
    expect(optionsOf('rediss://redis.example.dk').options).toMatchObject({
      tls: { rejectUnauthorized: true, servername: 'redis.example.dk' },
    });
    expect(optionsOf('rediss://10.0.0.1', { verifyTls: false }).options).toHaveProperty('tls', { rejectUnauthorized: false });
  });
});

describe('several', () => {
  const url = 'rediss://u:p@a:26379/2, rediss://b:26379';

  test('Sentinels: login, database and TLS hold for them and for the master', () => {
    expect(optionsOf(url, { mode: 'sentinel', sentinelName: 'mester' })).toMatchObject({
      kind: 'redis',
      options: {
        sentinels: [
          { host: 'a', port: 26379 },
          { host: 'b', port: 26379 },
        ],
        name: 'mester',
        db: 2,
        username: 'u',
        password: 'p',
        sentinelUsername: 'u',
        sentinelPassword: 'p',
        tls: { rejectUnauthorized: true },
        sentinelTLS: { rejectUnauthorized: true },
        enableTLSForSentinelMode: true,
      },
    });
    expect(optionsOf(url, { mode: 'sentinel', sentinelName: 'mester' }).options).not.toHaveProperty('host');
  });

  test('a Cluster: the addresses are where it is entered', () => {
    expect(optionsOf(url, { mode: 'cluster' })).toMatchObject({
      kind: 'cluster',
      nodes: [
        { host: 'a', port: 26379 },
        { host: 'b', port: 26379 },
      ],
      options: { redisOptions: { username: 'u', password: 'p', tls: { rejectUnauthorized: true }, maxRetriesPerRequest: null } },
    });
  });
});

describe('patience', () => {
  const delays = (failFast: boolean): (number | null)[] => {
    const plan = redisOptions(settingsOf('redis://redis'), { purpose: 'test', failFast });
    if (plan.kind !== 'redis') throw new Error('no cluster here');
    return [1, 2, 3, 10, 10_000].map((attempt) => plan.options.retryStrategy(attempt));
  };

  test('a worker tries again for ever, after at most 2 s, and its commands wait', () => {
    for (const delay of delays(false)) expect(delay).toBeGreaterThan(0);
    for (const delay of delays(false)) expect(delay).toBeLessThanOrEqual(2_000);
    expect(optionsOf('redis://redis').options).toMatchObject({ maxRetriesPerRequest: null });
  });

  test('not every process knocks at the same moment', () => {
    expect(new Set(Array.from({ length: 20 }, () => delays(false)[4])).size).toBeGreaterThan(1);
  });

  test('the command line gives up', () => {
    expect(delays(true).slice(1)).toEqual([null, null, null, null]);
  });

  test('a former master is left at once, and the command sent again', () => {
    const { options } = optionsOf('redis://redis');
    if (!('reconnectOnError' in options)) throw new Error('no cluster here');
    expect(options.reconnectOnError(new Error("READONLY You can't write against a read only replica."))).toBe(2);
    expect(options.reconnectOnError(new Error('WRONGTYPE READONLY'))).toBe(false);
  });
});

test('for messages Redis is hosts and ports, never a password', () => {
  expect(describeRedis(settingsOf('redis://u:hemmelig@a,redis://b:7000'))).toBe('a:6379, b:7000');
});
