export * from './assert-redis-ready.ts';
export * from './close-redis.ts';
export * from './open-redis.ts';
