import { silentLogger } from '@os2bridge/logging';
import { eventually, freePort, startRedis, temporaryFolder } from '@os2bridge/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { assertRedisReady, closeRedis, openRedis } from '../src/index.ts';
import { settingsOf } from './support.ts';

/** A Sentinel that watches `masterPort` under the name `mester`. */
const startSentinel = async (masterPort: number): Promise<{ readonly port: number; stop(): Promise<void> }> => {
  const port = await freePort();
  const dir = temporaryFolder();
  const config = join(dir, 'sentinel.conf');
  writeFileSync(config, `port ${port}\nbind 127.0.0.1\ndir ${dir}\nsentinel monitor mester 127.0.0.1 ${masterPort} 1\n`);
  const child = spawn('redis-server', [config, '--sentinel'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const probe = new Redis({ port, host: '127.0.0.1', retryStrategy: () => 20, maxRetriesPerRequest: null });
  probe.on('error', () => undefined);
  await eventually(async () =>
    expect(await probe.call('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'mester')).toEqual(['127.0.0.1', String(masterPort)]),
  );
  probe.disconnect();
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

test('the master is found through the Sentinels, also when one of them is away', async () => {
  const master = await startRedis();
  const sentinel = await startSentinel(master.port);
  const url = `redis://127.0.0.1:${await freePort()},redis://127.0.0.1:${sentinel.port}`;
  const client = openRedis(settingsOf(url, { mode: 'sentinel', sentinelName: 'mester' }), silentLogger, { purpose: 'test' });
  try {
    expect((await assertRedisReady(client)).maxmemoryPolicy).toBe('noeviction');
    expect(await client.info('server')).toContain(`tcp_port:${master.port}`);
  } finally {
    await closeRedis(client);
    await sentinel.stop();
    await master.stop();
  }
});
