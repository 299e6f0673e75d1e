import { applySchedule, runApp } from '@os2bridge/os2sync-pipeline';

await runApp('scheduler', process.env, async (bridge) => {
  const { next } = await applySchedule(bridge);
  if (next) bridge.logger.info('full sync is scheduled', { next: next.toISOString(), cron: bridge.settings.schedule.cron });
  else bridge.logger.warn('no full sync is scheduled: crontab.RUN_OS2SYNC is false');
  // Redis keeps the schedule and every worker carries it on; this process stays up so that a Redis that lost its data gets it back.
  const timer = setInterval(() => {
    applySchedule(bridge).catch((error: unknown) =>
      bridge.logger.warn('could not renew the schedule', { error: error instanceof Error ? error.name : 'unknown' }),
    );
  }, 60_000);
  return {
    close: async () => {
      clearInterval(timer);
    },
  };
});
