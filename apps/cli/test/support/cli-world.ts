import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings } from '@os2bridge/config';
import { silentLogger } from '@os2bridge/logging';
import { createBridge, startBridgeWorkers, type Bridge } from '@os2bridge/os2sync-pipeline';
import { closeRedis, openRedis } from '@os2bridge/redis';
import {
  generateMunicipality,
  municipalitySettings,
  startOs2moSimulator,
  startOs2syncSimulator,
  type Dataset,
  type Os2moSimulator,
  type Os2syncSimulator,
} from '@os2bridge/simulators';
import { spawnNode, startRedis, temporaryFolder, type NodeProcess, type RedisServer } from '@os2bridge/testing';
import { runCli } from '../../src/run-cli.ts';

/** How one call of the command line ended. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A municipality with everything around it, and the real command line as a process. */
export interface CliWorld {
  readonly folder: string;
  readonly dataset: Dataset;
  readonly redis: RedisServer;
  readonly mo: Os2moSimulator;
  readonly os2sync: Os2syncSimulator;
  readonly bridge: Bridge;
  /** Starts a worker in this process; ends with the world at the latest. */
  startWorker(): Promise<{ close(): Promise<void> }>;
  /** Starts `os2bridge …` and leaves it running. */
  start(args: readonly string[], keys?: Readonly<Record<string, unknown>>): NodeProcess;
  /** Runs `os2bridge …` as a process to its end. `keys` = settings that differ for this call. */
  spawn(args: readonly string[], keys?: Readonly<Record<string, unknown>>): Promise<CliResult>;
  /** The same in this process, which is quicker. */
  run(args: readonly string[], keys?: Readonly<Record<string, unknown>>): Promise<CliResult>;
  /** As `run`, with `--json`: the parsed document. */
  json(
    args: readonly string[],
    keys?: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly code: number | null; readonly answer: unknown }>;
  close(): Promise<void>;
}

const CVR = '12345678';
const MAIN = new URL('../../src/main.ts', import.meta.url);

/** Opens a world: `units` and `employees` of a generated municipality; further settings by key. */
export const openWorld = async (
  size: { readonly units: number; readonly employees: number },
  more: Readonly<Record<string, unknown>> = {},
): Promise<CliWorld> => {
  const dataset = generateMunicipality({ ...size, seed: 'cli' });
  const redis = await startRedis();
  const mo = await startOs2moSimulator({ dataset });
  const os2sync = await startOs2syncSimulator({ cvr: CVR });
  const undo: (() => Promise<unknown>)[] = [() => redis.stop(), () => mo.close(), () => os2sync.close()];

  const folder = temporaryFolder();
  const settings = {
    'municipality.cvr': CVR,
    'mora.base': mo.url,
    'os2sync.api_url': `${os2sync.url}/api`,
    'os2bridge.hash_key': 'a key for tests, not for a municipality',
    'redis.url': redis.url,
    ...municipalitySettings(dataset),
    ...more,
  };
  let files = 0;
  const settingsFile = (keys: Readonly<Record<string, unknown>>): string => {
    const path = join(folder, `settings-${(files += 1)}.json`);
    writeFileSync(path, JSON.stringify({ ...settings, ...keys }));
    return path;
  };
  const base = settingsFile({});
  const loaded = loadSettings({ env: {}, path: base });
  const connection = openRedis(loaded.redis, silentLogger, { purpose: 'test' });
  undo.push(() => closeRedis(connection));
  const bridge = createBridge({ settings: loaded, logger: silentLogger, redis: connection });
  undo.push(() => bridge.close());

  const start: CliWorld['start'] = (args, keys) =>
    spawnNode(MAIN, { args, env: { OS2BRIDGE_SETTINGS: keys ? settingsFile(keys) : base, NO_COLOR: '1', USER: 'drift' }, cwd: folder });
  const spawn: CliWorld['spawn'] = async (args, keys) => {
    const process = start(args, keys);
    const { code } = await process.exited;
    return { code, stdout: process.stdout(), stderr: process.stderr() };
  };
  const run: CliWorld['run'] = async (args, keys) => {
    const said = { stdout: '', stderr: '' };
    const stream = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (said[name] += text) });
    const env = { OS2BRIDGE_SETTINGS: keys ? settingsFile(keys) : base, USER: 'drift' };
    return { code: await runCli(args, { env, stdin: {}, stdout: stream('stdout'), stderr: stream('stderr') }, '0.0.0'), ...said };
  };
  return {
    folder,
    dataset,
    redis,
    mo,
    os2sync,
    bridge,
    start,
    spawn,
    run,
    startWorker: async () => {
      const worker = await startBridgeWorkers(bridge);
      let open = true;
      const close = async (): Promise<void> => {
        if (open) await worker.close();
        open = false;
      };
      undo.push(close);
      return { close };
    },
    json: async (args, keys) => {
      const { code, stdout } = await run([...args, '--json'], keys);
      return { code, answer: JSON.parse(stdout) as unknown };
    },
    close: async () => {
      for (const step of undo.toReversed()) await step();
    },
  };
};
