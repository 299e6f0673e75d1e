import { SettingsError } from '@os2bridge/config';
import type { Logger } from '@os2bridge/logging';
import { closeRedis, openRedis } from '@os2bridge/redis';
import { datasetClock, startOs2moSimulator, startOs2syncSimulator } from '@os2bridge/simulators';
import { startRedis, temporaryFolder } from '@os2bridge/testing';
import { SCENARIO_CVR } from './compose-settings.ts';
import type { Outcome } from './plan-outcome.ts';
import { runPlan } from './run-plan.ts';
import type { Scenario } from './scenario.ts';
import { startUp } from './start-up.ts';

/** A Redis of its own, an OS2MO and an OS2sync, used by one scenario after the other. */
export interface Workbench {
  /** What comes of a scenario; leaves nothing behind for the next. Throws only what no scenario can cause. */
  play(scenario: Scenario): Promise<Outcome>;
  close(): Promise<void>;
}

/** Starts the servers, about a quarter of a second; close it when done. */
export const openWorkbench = async (logger: Logger): Promise<Workbench> => {
  const [redisServer, mo, os2sync] = await Promise.all([
    startRedis(),
    startOs2moSimulator({ dataset: {} }),
    startOs2syncSimulator({ cvr: SCENARIO_CVR }),
  ]);
  const folder = temporaryFolder();
  const places = { moUrl: mo.url, os2syncUrl: os2sync.url, redisUrl: redisServer.url };
  const redis = openRedis({ url: redisServer.url, mode: 'single', sentinelName: null, verifyTls: true, prefix: '{os2bridge}' }, logger, {
    purpose: 'scenarios',
  });

  const play = async ({ settings: own, dataset, fk, ledger }: Scenario): Promise<Outcome> => {
    const started = await startUp(own, places, folder);
    if (started.kind === 'refused') return { kind: 'settings-error', mistakes: started.error.mistakes };
    const instant = datasetClock(dataset);
    mo.setNow(instant === null ? null : new Date(instant).toISOString());
    mo.load(dataset);
    os2sync.setState(fk);
    await redis.flushdb();
    try {
      const now = instant === null ? () => new Date() : () => new Date(instant);
      return await runPlan({ settings: started.settings, redis, logger, now, ledger });
    } catch (error) {
      // Templates are compiled when the bridge is put together, not when the settings are read.
      if (error instanceof SettingsError) return { kind: 'settings-error', mistakes: error.mistakes };
      throw error;
    }
  };
  return {
    play,
    close: async () => {
      await closeRedis(redis);
      await Promise.all([mo.close(), os2sync.close(), redisServer.stop()]);
    },
  };
};
