import { Redis } from 'ioredis';
import { eventually } from './eventually.ts';

export interface LeakGuard {
  /**
   * Throws when sockets, listening servers or child processes are open that were not when the guard was made, or, given the
   * address of a Redis, when anybody is still connected to it. What is just closing gets `timeoutMs` (default 2,000).
   */
  check(redisUrl?: string, timeoutMs?: number): Promise<void>;
}

const watched = ['TCPSocketWrap', 'TCPServerWrap', 'ProcessWrap'];

/**
 * Makes "nothing is left open" a test. Make it at the top of the file, before anything is opened, and close with it, before the
 * Redis itself is stopped:
 * `const guard = leakGuard(); … afterAll(async () => { await guard.check(redis.url); await redis.stop(); });`
 */
export const leakGuard = (): LeakGuard => {
  const before = countOpen();
  return {
    check: async (redisUrl, timeoutMs = 2_000) => {
      await eventually(() => assertNoneMore(before, countOpen()), { timeoutMs });
      if (redisUrl !== undefined) await assertNobodyConnected(redisUrl, timeoutMs);
    },
  };
};

/** Only what keeps the event loop alive is listed: an idle keep-alive socket of an HTTP agent, or our Redis, is no leak. */
const countOpen = (): ReadonlyMap<string, number> => {
  const open = process.getActiveResourcesInfo();
  return new Map(watched.map((kind) => [kind, open.filter((name) => name === kind).length]));
};

const assertNoneMore = (before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): void => {
  const more = watched.filter((kind) => (now.get(kind) ?? 0) > (before.get(kind) ?? 0));
  if (more.length === 0) return;
  throw new Error(`left open: ${more.map((kind) => `${kind} ${before.get(kind) ?? 0} → ${now.get(kind) ?? 0}`).join(', ')}`);
};

const assertNobodyConnected = async (url: string, timeoutMs: number): Promise<void> => {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const own = String(await redis.client('ID'));
    await eventually(
      async () => {
        const others = String(await redis.client('LIST'))
          .split('\n')
          .filter((line) => line !== '' && !line.startsWith(`id=${own} `));
        if (others.length > 0) throw new Error(`still connected to Redis:\n${others.join('\n')}`);
      },
      { timeoutMs },
    );
  } finally {
    redis.disconnect();
  }
};
