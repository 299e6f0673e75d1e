import { createHash } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';

/** A Lua script: runs atomically in Redis on these keys. */
export type Script = (redis: Redis | Cluster, keys: readonly string[], args: readonly string[]) => Promise<unknown>;

/** Makes a script that is sent once and then called by its digest; sent again when Redis has forgotten it (it was restarted, or another node answers). */
export const createScript = (lua: string): Script => {
  const digest = createHash('sha1').update(lua).digest('hex');
  return async (redis, keys, args) => {
    try {
      return await redis.evalsha(digest, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return await redis.eval(lua, keys.length, ...keys, ...args);
    }
  };
};
