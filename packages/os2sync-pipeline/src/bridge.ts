import type { Settings } from '@os2bridge/config';
import { createRuns, createTroubleStore, openQueues, type Queues, type RetryPolicy, type Runs, type TroubleStore } from '@os2bridge/jobs';
import type { Logger } from '@os2bridge/logging';
import { compileTemplates } from '@os2bridge/mapping';
import { createMoReader, type MoReader } from '@os2bridge/mo';
import { createOs2syncClient, type Os2syncClient } from '@os2bridge/os2sync';
import type { Cluster, Redis } from 'ioredis';
import { planAll, type PlanEnd, type PlanRequest } from './plan.ts';
import type { PlanLine } from '@os2bridge/reconcile';
import { createStores, type Stores } from './stores.ts';

/** Everything one municipality's OS2sync pipeline needs, wired together. Workers, scheduler, command line, demo and tests all start here. */
export interface Bridge {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly redis: Redis | Cluster;
  readonly reader: MoReader;
  readonly client: Os2syncClient;
  readonly queues: Queues;
  readonly runs: Runs;
  readonly trouble: TroubleStore;
  /** A pair of kinds that reads around single objects and caches nothing. */
  readonly stores: Stores;
  /** A fresh pair for one sweep over everything. */
  freshStores(): Stores;
  plan(request: PlanRequest): AsyncGenerator<readonly PlanLine[], PlanEnd>;
  /** Closes what this opened; the Redis connection stays the caller's. */
  close(): Promise<void>;
}

export interface BridgeOptions {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly redis: Redis | Cluster;
  readonly now?: () => Date;
  readonly failFast?: boolean;
}

/** Wires a bridge. Templates are compiled here, so a mistake in one is a SettingsError at start, not a failure at night. */
export const createBridge = ({ settings, logger, redis, now = () => new Date(), failFast }: BridgeOptions): Bridge => {
  const templates = compileTemplates(settings.rules);
  const reader = createMoReader({ settings: settings.mo, logger: logger.child({ part: 'mo' }), now });
  const client = createOs2syncClient({ settings: settings.os2sync, logger: logger.child({ part: 'os2sync' }) });
  const scope = { prefix: settings.redis.prefix, cvr: settings.cvr };
  const retry: RetryPolicy = settings.retry;
  const queues = openQueues({
    ...scope,
    connection: redis,
    retry,
    failFast: failFast ?? false,
    onError: (error) => logger.warn(`queue connection: ${error.name}`),
  });
  const freshStores = (): Stores => createStores({ settings, reader, client, redis, templates, now });
  return {
    settings,
    logger,
    redis,
    reader,
    client,
    queues,
    freshStores,
    runs: createRuns(redis, scope),
    trouble: createTroubleStore(redis, settings.redis.prefix),
    stores: freshStores(),
    plan: (request) => planAll(settings, freshStores(), request),
    close: () => queues.close(),
  };
};
