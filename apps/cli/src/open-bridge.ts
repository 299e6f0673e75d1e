import { loadSettings, secretsOf, type Settings } from '@os2bridge/config';
import { createLogger, silentLogger, type Logger } from '@os2bridge/logging';
import { createBridge, type Bridge } from '@os2bridge/os2sync-pipeline';
import { assertRedisReady, closeRedis, openRedis } from '@os2bridge/redis';
import type { Session } from './session.ts';

export interface OpenOptions {
  /** Do not ask whether Redis is there: `check` wants to say so itself. */
  readonly unchecked?: boolean;
}

/**
 * Opens a bridge for one command and closes everything in reverse order, whatever happens: settings, log, Redis (failing at once when it is away), bridge.
 * Throws SettingsError, or BridgeError when Redis is not there.
 */
export const withBridge = async <T>(session: Session, work: (bridge: Bridge) => Promise<T>, options: OpenOptions = {}): Promise<T> => {
  const settings = loadSettings({ env: session.env });
  const release: (() => Promise<void>)[] = [];
  try {
    const logger = openLogger(settings);
    release.push(() => logger.close());
    // A Redis that is away is said once, as the error of the command.
    const redis = openRedis(settings.redis, silentLogger, { purpose: 'cli', failFast: true });
    release.push(() => closeRedis(redis));
    if (!options.unchecked) await assertRedisReady(redis);
    const bridge = createBridge({ settings, logger, redis, failFast: true });
    release.push(() => bridge.close());
    return await work(bridge);
  } finally {
    for (const undo of release.toReversed())
      await within(
        undo().catch(() => undefined),
        CLOSE_MS,
      );
  }
};

/** Closing hangs while Redis is away (facts §4.7); the process ends anyway. */
const CLOSE_MS = 2_000;

const within = async (work: Promise<void>, ms: number): Promise<void> => {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, ms);
  await Promise.race([work, late.promise]);
  clearTimeout(timer);
};

/** Warnings and errors go to stderr, so that stdout holds the answer only. */
const openLogger = (settings: Settings): Logger =>
  createLogger({
    level: Math.max(WARNING, settings.log.level),
    file: settings.log.file,
    stream: process.stderr,
    format: 'line',
    base: { app: 'cli', municipality: settings.cvr },
    secrets: secretsOf(settings),
  });

/** Python's number (`os2sync.log_level`). */
const WARNING = 30;
