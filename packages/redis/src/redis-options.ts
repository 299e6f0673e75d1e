import type { RedisSettings } from '@os2bridge/config';
import { isIP } from 'node:net';

export interface OpenRedisOptions {
  /** Shown in Redis' CLIENT LIST, e.g. `os2sync-worker`. */
  readonly purpose: string;
  /** For the command line: a command fails after about two seconds instead of waiting for Redis to come back. */
  readonly failFast?: boolean;
}

export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

/** Tries again after at most 2 s, spread so that many processes do not knock at once; ioredis' own 5 s cap costs seconds after every outage (facts §4.7). */
const patient = (attempt: number): number => Math.min(50 * 2 ** Math.min(attempt, 6), 1_600) * (0.75 + Math.random() / 2);

/** One more try: together with `CONNECT_FAST_MS` the answer is there in about 2 s. */
const hasty = (attempt: number): number | null => (attempt > 1 ? null : 100);
const CONNECT_FAST_MS = 900;

/** What ioredis is opened with under these settings. Pure. (No return type: ioredis' own option types do not fit its constructors in strict TypeScript.) */
export const redisOptions = (settings: RedisSettings, { purpose, failFast = false }: OpenRedisOptions) => {
  const urls = addressesOf(settings);
  const nodes = urls.map(nodeOf);
  const first = urls[0];
  const tls = first?.protocol === 'rediss:' ? { rejectUnauthorized: settings.verifyTls } : null;
  const retryStrategy = failFast ? hasty : patient;
  const common = {
    ...loginOf(first),
    connectionName: `os2bridge-${purpose}`,
    // Workers wait for Redis as long as it takes (BullMQ insists on null); a person at a terminal does not.
    maxRetriesPerRequest: failFast ? 1 : null,
    // After a failover the old master answers READONLY: reconnect and send the command again.
    reconnectOnError: (error: Error): 2 | false => (error.message.startsWith('READONLY') ? 2 : false),
    connectTimeout: failFast ? CONNECT_FAST_MS : 10_000,
    // Commands of one turn of the event loop go out in one write: many jobs run at once, and a write for each command was a tenth of a worker's CPU.
    enableAutoPipelining: true,
  };
  const encrypted = tls === null ? {} : { tls };
  if (settings.mode === 'cluster') {
    // ioredis looks names up itself and would then compare the certificate with a number.
    const byName =
      tls === null ? {} : { dnsLookup: (host: string, done: (error: null, address: string) => void): void => done(null, host) };
    return {
      kind: 'cluster' as const,
      nodes,
      options: { redisOptions: { ...common, ...encrypted }, clusterRetryStrategy: retryStrategy, ...byName },
    };
  }
  if (settings.mode === 'sentinel') {
    const { username, password } = loginOf(first);
    const sentinelLogin = {
      ...(username === undefined ? {} : { sentinelUsername: username }),
      ...(password === undefined ? {} : { sentinelPassword: password }),
    };
    const sentinelTls = tls === null ? {} : { tls, sentinelTLS: tls, enableTLSForSentinelMode: true };
    const name = settings.sentinelName === null ? {} : { name: settings.sentinelName };
    const sentinel = { sentinels: nodes, ...name, sentinelRetryStrategy: retryStrategy, ...sentinelLogin, ...sentinelTls };
    return { kind: 'redis' as const, options: { ...common, ...databaseOf(first), retryStrategy, ...sentinel } };
  }
  return {
    kind: 'redis' as const,
    options: {
      ...common,
      ...databaseOf(first),
      ...nodes[0],
      retryStrategy,
      ...(tls === null ? {} : { tls: { ...tls, ...serverName(nodes[0]) } }),
    },
  };
};

/** Where Redis is, for messages: hosts and ports, never user or password. */
export const describeRedis = (settings: RedisSettings): string =>
  addressesOf(settings)
    .map(nodeOf)
    .map(({ host, port }) => `${host}:${port}`)
    .join(', ');

const addressesOf = (settings: RedisSettings): URL[] => settings.url.split(',').map((text) => new URL(text.trim()));

const nodeOf = ({ hostname, port }: URL): RedisNode => ({
  host: hostname.replace(/^\[(.*)\]$/, '$1'),
  port: port === '' ? 6379 : Number(port),
});

const loginOf = (url: URL | undefined): { username?: string; password?: string } => ({
  ...(url?.username ? { username: decodeURIComponent(url.username) } : {}),
  ...(url?.password ? { password: decodeURIComponent(url.password) } : {}),
});

const databaseOf = (url: URL | undefined): { db?: number } => {
  const number = Number(url?.pathname.slice(1));
  return Number.isInteger(number) && number > 0 ? { db: number } : {};
};

/** For hosts that serve several certificates; an IP number may not stand there. */
const serverName = (node: RedisNode | undefined): { servername?: string } =>
  node === undefined || isIP(node.host) !== 0 ? {} : { servername: node.host };
