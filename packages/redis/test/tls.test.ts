import { silentLogger } from '@os2bridge/logging';
import { freePort, startRedis, temporaryFolder, type RedisServer } from '@os2bridge/testing';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assertRedisReady, closeRedis, openRedis } from '../src/index.ts';
import { settingsOf } from './support.ts';

// Node makes keys but no certificates.
const openssl = spawnSync('openssl', ['version']).status === 0;

describe.skipIf(!openssl)('a Redis with TLS and a certificate that nobody has signed', () => {
  let server: RedisServer;
  let url = '';
  beforeAll(async () => {
    const dir = temporaryFolder();
    const [key, certificate] = [join(dir, 'key.pem'), join(dir, 'certificate.pem')];
    spawnSync('openssl', [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=localhost',
      '-keyout',
      key,
      '-out',
      certificate,
    ]);
    const port = await freePort();
    const tls = [
      '--tls-port',
      String(port),
      '--tls-cert-file',
      certificate,
      '--tls-key-file',
      key,
      '--tls-ca-cert-file',
      certificate,
      '--tls-auth-clients',
      'no',
    ];
    server = await startRedis({ args: tls });
    url = `rediss://127.0.0.1:${port}`;
  });
  afterAll(() => server.stop());

  test('is refused while the certificate is checked', async () => {
    const client = openRedis(settingsOf(url), silentLogger, { purpose: 'test', failFast: true });
    await expect(assertRedisReady(client)).rejects.toMatchObject({ code: 'redis-unreachable' });
    await closeRedis(client, 100);
  });

  test('is used when redis.ca_verify is false', async () => {
    const client = openRedis(settingsOf(url, { verifyTls: false }), silentLogger, { purpose: 'test', failFast: true });
    expect((await assertRedisReady(client)).maxmemoryPolicy).toBe('noeviction');
    await closeRedis(client);
  });
});
