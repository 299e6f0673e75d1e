import type { Cluster, Redis } from 'ioredis';
import { z } from 'zod';

const schema = z.object({ code: z.string(), message: z.string(), untilMs: z.number() });

/** Why a queue rests, for `status` and the dashboard. */
export type Trouble = z.infer<typeof schema>;

export interface TroubleStore {
  note(queue: string, trouble: Trouble): Promise<void>;
  clear(queue: string): Promise<void>;
  read(queue: string): Promise<Trouble | null>;
}

/** One key per queue, gone by itself a minute after the rest has ended; cleared by the first job that succeeds. */
export const createTroubleStore = (redis: Redis | Cluster, prefix: string): TroubleStore => {
  const key = (queue: string): string => `${prefix}:trouble:${queue}`;
  const noted = new Set<string>();
  return {
    note: async (queue, trouble) => {
      noted.add(queue);
      await redis.set(key(queue), JSON.stringify(trouble), 'PX', Math.max(1000, trouble.untilMs - Date.now()) + 60_000);
    },
    // Only a process that noted trouble clears it, so that a healthy worker spends no Redis call per job.
    clear: async (queue) => {
      if (noted.delete(queue)) await redis.del(key(queue));
    },
    read: async (queue) => {
      const text = await redis.get(key(queue));
      return text === null ? null : schema.parse(JSON.parse(text));
    },
  };
};
