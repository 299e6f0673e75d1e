import { runApp, startBridgeWorkers } from '@os2bridge/os2sync-pipeline';

await runApp('os2sync-worker', process.env, async (bridge) => {
  const workers = await startBridgeWorkers(bridge);
  bridge.logger.info('taking jobs', { concurrency: bridge.settings.os2sync.concurrency });
  return workers;
});
