import { describeError, startWorker } from '@os2bridge/jobs';
import type { Bridge } from './bridge.ts';
import { createObjectHandlers, reportGivenUp } from './object-handlers.ts';
import { createRunHandlers } from './run-handlers.ts';

/**
 * Jobs in hand per request to OS2sync that may be open at once: while some wait for OS2sync, the next ones are being read from MO,
 * so that the target is never idle for want of data (see docs/performance.md for the measurement).
 */
const READ_AHEAD = 32;

/** Starts the workers of both queues in this process. `close` gives a run back and lets object jobs finish. */
export const startBridgeWorkers = async (bridge: Bridge): Promise<{ close(): Promise<void> }> => {
  const { queues, redis, settings, logger, trouble } = bridge;
  // One run at a time per municipality. It lives in Redis, so it is set at every start and whenever Redis is back: it may have lost its data.
  const oneRunAtATime = (): Promise<unknown> => queues.runs.setGlobalConcurrency(1);
  const again = (): void => void oneRunAtATime().catch((error: unknown) => logger.warn(describeError(error)));
  await oneRunAtATime();
  redis.on('ready', again);
  const common = { connection: redis, prefix: settings.redis.prefix, trouble };
  const objects = startWorker<'objects'>({
    ...common,
    queue: queues.objects,
    handlers: createObjectHandlers(bridge),
    onGivenUp: reportGivenUp(bridge),
    concurrency: settings.os2sync.concurrency * READ_AHEAD,
    logger: logger.child({ queue: 'objects' }),
  });
  const runs = startWorker<'runs'>({
    ...common,
    queue: queues.runs,
    handlers: createRunHandlers(bridge),
    concurrency: 1,
    interruptible: true,
    logger: logger.child({ queue: 'runs' }),
  });
  return {
    close: async () => {
      redis.off('ready', again);
      await Promise.all([runs.close(), objects.close()]);
    },
  };
};
