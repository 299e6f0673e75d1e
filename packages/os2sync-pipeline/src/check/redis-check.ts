import { assertRedisReady, describeRedis } from '@os2bridge/redis';
import { fine, type CheckDeps, type NamedCheck } from './named-check.ts';

/** Is Redis there, new enough, and does it never throw a job away? */
export const redisCheck = ({ redis, settings }: CheckDeps): NamedCheck => ({
  id: 'redis',
  name: 'Redis',
  about: 'connection',
  run: async () => {
    const { version, maxmemoryPolicy } = await assertRedisReady(redis);
    return fine(`${describeRedis(settings.redis)} (${settings.redis.mode}), version ${version}, maxmemory-policy ${maxmemoryPolicy}`);
  },
});
