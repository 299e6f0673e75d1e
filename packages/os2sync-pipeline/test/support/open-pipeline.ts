import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings } from '@os2bridge/config';
import { isFinished, type RunRecord, type RunScope } from '@os2bridge/jobs';
import { silentLogger, type Logger } from '@os2bridge/logging';
import { createBridge, startBridgeWorkers, startRun, type Bridge } from '@os2bridge/os2sync-pipeline';
import { closeRedis, openRedis } from '@os2bridge/redis';
import { datasetSchema, type DatasetInput, type Os2moSimulator, type Os2syncSimulator } from '@os2bridge/simulators';
import { setStage, type Stage } from '@os2bridge/stage';
import { eventually } from '@os2bridge/testing';
import { Redis } from 'ioredis';
import { harbourSettings, harbourTown } from './harbour.ts';

/** Runs that a busy machine may take its time for. */
export const PATIENCE = { timeoutMs: 30_000 } as const;

export const FULL: RunScope = { kind: 'full', orgunits: [], users: [], force: false };

/** Harbour on a stage: servers are shared by the tests of a file, what they hold is not. */
export interface Pipeline {
  readonly stage: Stage;
  readonly mo: Os2moSimulator;
  readonly os2sync: Os2syncSimulator;
  /** The bridge of the last `connect` or `work`. */
  readonly bridge: Bridge;
  /** Another bridge, with these settings more; nobody works on its jobs. */
  connect(keys?: Readonly<Record<string, unknown>>, logger?: Logger): Bridge;
  /** Ends the workers there are and starts others in this process, with these settings more. */
  work(keys?: Readonly<Record<string, unknown>>, logger?: Logger): Promise<Bridge>;
  /** Ends the workers of this process. */
  rest(): Promise<void>;
  /** Asks for a run and waits for its end. */
  sync(scope?: Partial<RunScope>): Promise<RunRecord>;
  ask(scope?: Partial<RunScope>): Promise<RunRecord>;
  /** Waits until a run has ended, or is in that state. */
  until(run: string, state?: RunRecord['state'], of?: Bridge): Promise<RunRecord>;
  /** Harbour as at first; an empty FK Organisation, an empty Redis, no faults, no workers. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Sets Harbour's stage. Jobs are tried twice, with hardly a pause. */
export const openPipeline = async (
  options: { readonly settings?: object; readonly appendonly?: boolean; readonly dataset?: DatasetInput } = {},
): Promise<Pipeline> => {
  const dataset = options.dataset ?? harbourTown;
  const stage = await setStage({
    dataset: datasetSchema.parse(dataset),
    settings: { ...harbourSettings, 'os2bridge.retry_attempts': 2, 'os2bridge.retry_delay': 0.02, ...options.settings },
    appendonly: options.appendonly ?? false,
  });
  const { mo, os2sync } = stage;
  const undo: (() => Promise<unknown>)[] = [];
  let files = 0;
  let bridge = stage.bridge;
  let workers: { close(): Promise<void> } | null = null;

  const connect: Pipeline['connect'] = (keys = {}, logger = silentLogger) => {
    const path = join(stage.folder, `settings-${(files += 1)}.json`);
    const base: unknown = JSON.parse(readFileSync(stage.settingsFile, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...(base as object), ...keys }));
    const settings = loadSettings({ env: {}, path });
    const connection = openRedis(settings.redis, logger, { purpose: 'test' });
    const opened = createBridge({ settings, logger, redis: connection });
    undo.push(async () => {
      await opened.close();
      await closeRedis(connection);
    });
    bridge = opened;
    return opened;
  };
  const rest = async (): Promise<void> => {
    await workers?.close();
    workers = null;
  };
  const ask: Pipeline['ask'] = (scope = {}) => startRun(bridge, { ...FULL, ...scope }, 'a test');
  const until: Pipeline['until'] = (run, state, of = bridge) =>
    eventually(async () => {
      const record = await of.runs.get(run);
      if (!record || !(state === undefined ? isFinished(record.state) : record.state === state))
        throw new Error(`run ${run} is ${record?.state ?? 'gone'}: ${record?.message ?? ''}`);
      return record;
    }, PATIENCE);
  const reset = async (): Promise<void> => {
    await rest();
    for (const step of undo.splice(0).toReversed()) await step();
    bridge = stage.bridge;
    const redis = new Redis(stage.redis.url);
    await redis.flushall();
    await redis.quit();
    os2sync.clearFaults();
    os2sync.setState({});
    os2sync.clearLog();
    os2sync.resetStats();
    mo.setFaults([]);
    mo.load(dataset);
    mo.resetStats();
  };

  return {
    stage,
    mo,
    os2sync,
    connect,
    rest,
    ask,
    until,
    reset,
    get bridge() {
      return bridge;
    },
    work: async (keys, logger) => {
      await rest();
      connect(keys, logger);
      workers = await startBridgeWorkers(bridge);
      return bridge;
    },
    sync: async (scope) => until((await ask(scope)).id),
    close: async () => {
      await rest();
      for (const step of undo.splice(0).toReversed()) await step();
      await stage.close();
    },
  };
};
