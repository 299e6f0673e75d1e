import type { RedisSettings } from '@os2bridge/config';
import type { Logger } from '@os2bridge/logging';
import { Cluster, Redis } from 'ioredis';
import { rememberPlace } from './place.ts';
import { describeRedis, type OpenRedisOptions, redisOptions } from './redis-options.ts';
import { watchOutages } from './watch-outages.ts';

/**
 * Opens Redis as the settings say: a single one, behind Sentinel, or a Cluster; with TLS for rediss://. The connection heals itself; an outage is
 * logged once, and once when it is over. Whether Redis is there at all says `assertRedisReady`. Close it with `closeRedis`.
 */
export const openRedis = (settings: RedisSettings, logger: Logger, options: OpenRedisOptions): Redis | Cluster => {
  const plan = redisOptions(settings, options);
  const client = plan.kind === 'cluster' ? new Cluster(plan.nodes, plan.options) : new Redis(plan.options);
  const place = describeRedis(settings);
  rememberPlace(client, place);
  watchOutages(client, logger, place);
  return client;
};
