import type { Cluster, Redis } from 'ioredis';

/** Closes a connection: politely when Redis answers, hard after `deadlineMs`, since QUIT waits for a Redis that is away. Never throws. */
export const closeRedis = async (client: Redis | Cluster, deadlineMs = 1000): Promise<void> => {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, deadlineMs);
  await Promise.race([
    client.quit().then(
      () => undefined,
      () => undefined,
    ),
    late.promise,
  ]);
  clearTimeout(timer);
  client.disconnect();
};
