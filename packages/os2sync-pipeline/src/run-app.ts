import { loadSettings, secretsOf, SettingsError } from '@os2bridge/config';
import { describeError } from '@os2bridge/jobs';
import { createLogger, type Logger } from '@os2bridge/logging';
import { assertRedisReady, closeRedis, openRedis } from '@os2bridge/redis';
import { createBridge, type Bridge } from './bridge.ts';

/** How long a process may take to stop; below the 30 s that container platforms usually grant. */
const STOP_DEADLINE_MS = 20_000;

/** A second signal within this time is an echo of the first. */
const REPEAT_MS = 2_000;

/** Exit codes: 0 stopped on request, 2 settings, 3 a connection is down at start, 1 anything else. */
export type StartApp = (bridge: Bridge) => Promise<{ close(): Promise<void> }>;

/**
 * The life of an app process: settings, log, Redis, bridge, then `start`; on SIGTERM or SIGINT everything is released in reverse order, with a deadline,
 * since closing hangs while Redis is down (facts §4.7). A second signal ends it at once.
 */
export const runApp = async (app: string, env: NodeJS.ProcessEnv, start: StartApp): Promise<void> => {
  const release: (() => Promise<void>)[] = [];
  let logger: Logger | null = null;
  try {
    const settings = loadSettings({ env });
    logger = createLogger({
      level: settings.log.level,
      file: settings.log.file,
      base: { app, municipality: settings.cvr },
      secrets: secretsOf(settings),
    });
    const log = logger;
    release.push(() => log.close());
    const redis = openRedis(settings.redis, log, { purpose: app });
    release.push(() => closeRedis(redis));
    await assertRedisReady(redis);
    const bridge = createBridge({ settings, logger: log, redis });
    release.push(() => bridge.close());
    const started = await start(bridge);
    release.push(() => started.close());
    const signal = await stopSignal();
    log.info('stopping', { signal });
    await withDeadline(releaseAll(release), STOP_DEADLINE_MS);
    process.exit(0);
  } catch (error) {
    report(app, error, logger);
    await withDeadline(releaseAll(release), 5_000);
    process.exit(error instanceof SettingsError ? 2 : isConnection(error) ? 3 : 1);
  }
};

const stopSignal = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        // A Ctrl-C may come twice at once, from the terminal and from npm: only one that comes later means "now".
        const asked = Date.now();
        process.on(signal, () => {
          if (Date.now() - asked > REPEAT_MS) process.exit(1);
        });
        resolve(signal);
      });
    }
  });

const releaseAll = async (release: (() => Promise<void>)[]): Promise<void> => {
  for (const undo of release.toReversed()) await undo().catch(() => undefined);
};

const withDeadline = (work: Promise<void>, ms: number): Promise<void> => {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, ms);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
};

const report = (app: string, error: unknown, logger: Logger | null): void => {
  if (error instanceof SettingsError) for (const { key, problem } of error.mistakes) process.stderr.write(`${app}: ${key}: ${problem}\n`);
  else if (logger) logger.error(describeError(error));
  else process.stderr.write(`${app}: ${describeError(error)}\n`);
};

const isConnection = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'redis-unreachable';
