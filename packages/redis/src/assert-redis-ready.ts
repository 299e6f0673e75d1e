import { BridgeError } from '@os2bridge/model';
import type { Cluster, Redis } from 'ioredis';
import { atPlace } from './place.ts';

/** The oldest Redis that BullMQ supports without a warning (facts §4.2). */
const OLDEST = [6, 2] as const;

export interface RedisFacts {
  readonly version: string;
  readonly maxmemoryPolicy: string;
}

/**
 * Checks that Redis answers, is new enough and never evicts: an evicted key is a lost job (facts §4.2).
 * Throws `redis-unreachable`, `redis-version` or `redis-eviction`.
 */
export const assertRedisReady = async (client: Redis | Cluster, deadlineMs = 10_000): Promise<RedisFacts> => {
  const info = await within(deadlineMs, client.info(), atPlace(client));
  const fact = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
  const version = fact('redis_version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new BridgeError('redis-version', `Redis${atPlace(client)} is ${version}; the bridge needs ${OLDEST.join('.')} or newer`, {
      fate: 'pause',
    });
  }
  const maxmemoryPolicy = fact('maxmemory_policy');
  if (maxmemoryPolicy !== 'noeviction') {
    const what = `Redis${atPlace(client)} evicts keys when memory is short (maxmemory-policy ${maxmemoryPolicy}): jobs would be lost. Set maxmemory-policy noeviction`;
    throw new BridgeError('redis-eviction', what, { fate: 'pause' });
  }
  return { version, maxmemoryPolicy };
};

const within = async (ms: number, answer: Promise<string>, place: string): Promise<string> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${ms / 1_000} s`)), ms);
  try {
    return await Promise.race([answer, late.promise]);
  } catch (cause) {
    const what = `Redis${place} does not answer. Is it running, and is redis.url right (with user and password, if it asks for them)?`;
    throw new BridgeError('redis-unreachable', what, { fate: 'pause', cause });
  } finally {
    clearTimeout(timer);
  }
};
