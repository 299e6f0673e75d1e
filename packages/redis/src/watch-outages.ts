import type { Logger } from '@os2bridge/logging';
import type { Cluster, Redis } from 'ioredis';

/** Logs the beginning and the end of an outage, once each: ioredis emits an error for every attempt, 30 a minute. */
export const watchOutages = (client: Redis | Cluster, logger: Logger, where: string): void => {
  let away = false;
  client.on('error', (error: Error) => {
    if (away) return;
    away = true;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
    logger.warn(`Redis at ${where} cannot be reached; trying again until it is back`, { code });
  });
  client.on('ready', () => {
    if (away) logger.info(`Redis at ${where} is back`);
    away = false;
  });
};
