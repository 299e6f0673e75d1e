export * from './assert-redis-ready.ts';
export * from './close-redis.ts';
export * from './create-script.ts';
export * from './open-redis.ts';
export { describeRedis, type OpenRedisOptions } from './redis-options.ts';
