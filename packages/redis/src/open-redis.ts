import type { RedisSettings } from '@os2bridge/config';
import type { Logger } from '@os2bridge/logging';
import { Cluster, Redis } from 'ioredis';
import { watchOutages } from './watch-outages.ts';

export interface OpenRedisOptions {
  /** Shown in Redis' CLIENT LIST, e.g. `os2sync-worker`. */
  readonly purpose: string;
  /** For the command line: a command fails after about a second instead of waiting for Redis to come back. */
  readonly failFast?: boolean;
}

/** Tries again after at most 2 s, spread so that many processes do not knock at once; ioredis' own 5 s cap costs seconds after every outage (facts §4.7). */
const retryStrategy = (attempt: number): number => Math.min(50 * 2 ** Math.min(attempt, 6), 2000) * (0.75 + Math.random() / 2);

/**
 * Opens Redis as the settings say: a single one, behind Sentinel, or a Cluster; with TLS for rediss://. The connection heals itself; an outage is
 * logged once, and once when it is over. Close it with `closeRedis`.
 */
export const openRedis = (settings: RedisSettings, logger: Logger, { purpose, failFast = false }: OpenRedisOptions): Redis | Cluster => {
  const [first = '', ...others] = settings.url.split(',').map((part) => part.trim());
  const common = {
    ...urlOptions(first, settings.verifyTls),
    connectionName: `os2bridge-${purpose}`,
    // Workers wait for Redis as long as it takes (BullMQ insists on null); a person at a terminal does not.
    maxRetriesPerRequest: failFast ? 1 : null,
    retryStrategy: failFast ? (attempt: number) => (attempt > 2 ? null : 200) : retryStrategy,
    // After a failover the old master answers READONLY: reconnect and send the command again.
    reconnectOnError: (error: Error): 2 | false => (error.message.startsWith('READONLY') ? 2 : false),
    connectTimeout: failFast ? 1500 : 10_000,
  };
  const client = connect(settings, first, others, common);
  watchOutages(client, logger, describeRedis(settings));
  return client;
};

type CommonOptions = ReturnType<typeof urlOptions> & {
  readonly connectionName: string;
  readonly maxRetriesPerRequest: number | null;
  readonly retryStrategy: (attempt: number) => number | null;
  readonly reconnectOnError: (error: Error) => 2 | false;
  readonly connectTimeout: number;
};

const connect = (settings: RedisSettings, first: string, others: readonly string[], common: CommonOptions): Redis | Cluster => {
  const nodes = [first, ...others].map((url) => hostAndPort(url));
  if (settings.mode === 'cluster') return new Cluster(nodes, { redisOptions: common });
  if (settings.mode === 'sentinel') {
    const { host: _host, port: _port, ...rest } = common;
    const tls = rest.tls ? { sentinelTLS: rest.tls, enableTLSForSentinelMode: true } : {};
    return new Redis({ ...rest, ...tls, sentinels: nodes, name: settings.sentinelName ?? 'mymaster' });
  }
  return new Redis(common);
};

const urlOptions = (url: string, verifyTls: boolean) => {
  const parsed = new URL(url);
  const database = Number(parsed.pathname.slice(1));
  return {
    ...hostAndPort(url),
    ...(parsed.username === '' ? {} : { username: decodeURIComponent(parsed.username) }),
    ...(parsed.password === '' ? {} : { password: decodeURIComponent(parsed.password) }),
    ...(Number.isInteger(database) && database > 0 ? { db: database } : {}),
    ...(parsed.protocol === 'rediss:' ? { tls: { rejectUnauthorized: verifyTls, servername: parsed.hostname } } : {}),
  };
};

const hostAndPort = (url: string): { host: string; port: number } => {
  const { hostname, port } = new URL(url.includes('://') ? url : `redis://${url}`);
  return { host: hostname, port: port === '' ? 6379 : Number(port) };
};

/** Where Redis is, for messages: hosts and ports, never user or password. */
export const describeRedis = (settings: RedisSettings): string =>
  settings.url
    .split(',')
    .map((url) => hostAndPort(url.trim()))
    .map(({ host, port }) => `${host}:${port}`)
    .join(', ');
