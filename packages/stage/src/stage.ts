import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings, type Settings } from '@os2bridge/config';
import { silentLogger, type Logger } from '@os2bridge/logging';
import { createBridge, type Bridge } from '@os2bridge/os2sync-pipeline';
import { closeRedis, openRedis } from '@os2bridge/redis';
import {
  startOs2moSimulator,
  startOs2syncSimulator,
  type Dataset,
  type Latency,
  type Os2moSimulator,
  type Os2syncSimulator,
} from '@os2bridge/simulators';
import { startCluster } from './start-cluster.ts';
import { spawnNode, startRedis, temporaryFolder, type NodeProcess, type RedisServer } from '@os2bridge/testing';

export interface StageOptions {
  readonly dataset: Dataset;
  /** Keys of settings.json beside those that the stage itself knows (addresses, municipality, key, Redis). */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly moLatency?: Latency;
  readonly os2syncLatency?: Latency;
  /** Keep what Redis holds through a crash. */
  readonly appendonly?: boolean;
  /** A Redis Cluster (of one node) instead of a single Redis. */
  readonly cluster?: boolean;
  readonly logger?: Logger;
}

/** A municipality and everything around it, running on this machine: real Redis, both simulators, a settings file, and a bridge to ask for runs. */
export interface Stage {
  readonly folder: string;
  readonly settingsFile: string;
  readonly settings: Settings;
  readonly redis: RedisServer;
  readonly mo: Os2moSimulator;
  readonly os2sync: Os2syncSimulator;
  /** Connected to the stage's Redis; works on nothing by itself. */
  readonly bridge: Bridge;
  /** Starts an app of this checkout as a process of its own, e.g. `os2sync-worker`. */
  spawn(app: 'os2sync-worker' | 'scheduler'): NodeProcess;
  /** Stops the processes, then everything else, in reverse order of starting. */
  close(): Promise<void>;
}

/** As `npm run worker` starts one: without it V8 lets garbage pile up to several hundred MB. */
const SMALL_HEAP = '--max-semi-space-size=16 --max-old-space-size=256';

/** The stage's municipality number, invented. */
export const STAGE_CVR = '12345678';

/** Sets a stage. Everything listens on free ports of loopback and ends with this process at the latest. */
export const setStage = async (options: StageOptions): Promise<Stage> => {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    return await set(options, undo, close);
  } catch (error) {
    await close();
    throw error;
  }
};

const set = async (options: StageOptions, undo: (() => Promise<unknown>)[], close: () => Promise<void>): Promise<Stage> => {
  const folder = temporaryFolder();
  const redis = options.cluster ? await startCluster() : await startRedis({ appendonly: options.appendonly ?? false });
  undo.push(() => redis.stop());
  const mo = await startOs2moSimulator({ dataset: options.dataset, latency: options.moLatency ?? { perRequestMs: 0 }, auth: 'off' });
  undo.push(() => mo.close());
  const os2sync = await startOs2syncSimulator({ cvr: STAGE_CVR, latency: options.os2syncLatency ?? { perRequestMs: 0 } });
  undo.push(() => os2sync.close());

  const settingsFile = join(folder, 'settings.json');
  const keys = {
    'municipality.cvr': STAGE_CVR,
    'mora.base': mo.url,
    'os2sync.api_url': `${os2sync.url}/api`,
    'os2bridge.hash_key': 'a key for a stage, not for a municipality',
    'redis.url': redis.url,
    ...(options.cluster ? { 'redis.mode': 'cluster' } : {}),
    ...options.settings,
  };
  writeFileSync(settingsFile, `${JSON.stringify(keys, null, 2)}\n`);
  const settings = loadSettings({ env: {}, path: settingsFile });
  const logger = options.logger ?? silentLogger;
  const connection = openRedis(settings.redis, logger, { purpose: 'stage' });
  undo.push(() => closeRedis(connection));
  const bridge = createBridge({ settings, logger, redis: connection });
  undo.push(() => bridge.close());

  const spawn: Stage['spawn'] = (app) => {
    const entry = new URL(`../../../apps/${app}/src/main.ts`, import.meta.url);
    const running = spawnNode(entry, { env: { OS2BRIDGE_SETTINGS: settingsFile, NODE_OPTIONS: SMALL_HEAP } });
    undo.push(() => running.stop());
    return running;
  };
  return { folder, settingsFile, settings, redis, mo, os2sync, bridge, spawn, close };
};
