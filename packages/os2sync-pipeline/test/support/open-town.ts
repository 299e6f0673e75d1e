import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings } from '@os2bridge/config';
import { silentLogger } from '@os2bridge/logging';
import { createBridge, type Bridge } from '@os2bridge/os2sync-pipeline';
import { closeRedis, openRedis } from '@os2bridge/redis';
import {
  startOs2moSimulator,
  startOs2syncSimulator,
  type Os2moSimulator,
  type Os2moSimulatorOptions,
  type Os2syncSimulator,
} from '@os2bridge/simulators';
import { startRedis, temporaryFolder, type RedisServer } from '@os2bridge/testing';
import { smallTown, townSettings } from './small-town.ts';

/** The small town with everything around it: real Redis, both simulators, a bridge. */
export interface Town {
  readonly redis: RedisServer;
  readonly mo: Os2moSimulator;
  readonly os2sync: Os2syncSimulator;
  readonly bridge: Bridge;
  /** Another bridge to the same town, with other settings, as the command line opens it. Closed with the town. */
  withSettings(keys: Readonly<Record<string, unknown>>, patience?: 'waits' | 'fails-fast'): Bridge;
  close(): Promise<void>;
}

export const openTown = async (
  options: { readonly auth?: Os2moSimulatorOptions['auth']; readonly apiKey?: string } = {},
): Promise<Town> => {
  const redis = await startRedis();
  const mo = await startOs2moSimulator({ dataset: smallTown, auth: options.auth ?? 'off' });
  const os2sync = await startOs2syncSimulator({ cvr: '12345678', ...(options.apiKey === undefined ? {} : { apiKey: options.apiKey }) });
  const undo: (() => Promise<unknown>)[] = [() => redis.stop(), () => mo.close(), () => os2sync.close()];
  const folder = temporaryFolder();

  const withSettings: Town['withSettings'] = (keys, patience = 'fails-fast') => {
    const failFast = patience === 'fails-fast';
    const path = join(folder, `settings-${undo.length}.json`);
    const base = {
      'municipality.cvr': '12345678',
      'mora.base': mo.url,
      'os2sync.api_url': `${os2sync.url}/api`,
      'os2bridge.hash_key': 'only for the small town',
      'redis.url': redis.url,
    };
    writeFileSync(path, JSON.stringify({ ...base, ...townSettings, ...keys }));
    const settings = loadSettings({ env: {}, path });
    const connection = openRedis(settings.redis, silentLogger, { purpose: 'test', failFast });
    const bridge = createBridge({
      settings,
      logger: silentLogger,
      redis: connection,
      now: () => new Date('2026-11-22T12:00:00Z'),
      failFast,
    });
    undo.push(async () => {
      await bridge.close().catch(() => undefined);
      await closeRedis(connection);
    });
    return bridge;
  };
  return {
    redis,
    mo,
    os2sync,
    withSettings,
    bridge: withSettings(options.apiKey === undefined ? {} : { 'os2sync.api_key': options.apiKey }, 'waits'),
    close: async () => {
      for (const step of undo.toReversed()) await step();
    },
  };
};
