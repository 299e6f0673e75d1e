import type { Cluster, Redis } from 'ioredis';

// ioredis keeps hosts and ports in three different places, one of them private, and beside the password.
const places = new WeakMap<Redis | Cluster, string>();

/** Remembers where a client's Redis is, as hosts and ports. */
export const rememberPlace = (client: Redis | Cluster, place: string): void => void places.set(client, place);

/** Where a client's Redis is, for messages: ` at host:port`, or nothing for a client that `openRedis` did not open. */
export const atPlace = (client: Redis | Cluster): string => {
  const place = places.get(client);
  return place === undefined ? '' : ` at ${place}`;
};
