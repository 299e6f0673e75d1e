import { Redis } from 'ioredis';

/** Everything a Redis holds, as text: every key of every type, with names, fields and values. */
export const dumpRedis = async (url: string): Promise<string> => {
  const redis = new Redis(url);
  try {
    const lines: string[] = [];
    for (const key of await redis.keys('*')) lines.push(`${key} ${JSON.stringify(await valueOf(redis, key))}`);
    return lines.join('\n');
  } finally {
    await redis.quit();
  }
};

const valueOf = async (redis: Redis, key: string): Promise<unknown> => {
  const type = await redis.type(key);
  switch (type) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1', 'WITHSCORES');
    case 'stream':
      return redis.xrange(key, '-', '+');
    case 'none':
      // Gone since it was listed.
      return null;
    default:
      throw new Error(`key ${key} is of type ${type}, which nobody looks into`);
  }
};
