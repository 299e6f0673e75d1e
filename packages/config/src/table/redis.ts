import { flag } from '../schemas/flag.ts';
import { oneOf } from '../schemas/one-of.ts';
import { redisAddress } from '../schemas/redis-address.ts';
import { text, textWhere } from '../schemas/text.ts';
import { optional, withDefault } from './about.ts';

/** Where the queues and the ledger are. */
export const redis = {
  'redis.url': withDefault(redisAddress(), 'redis://localhost:6379', {
    type: 'redis:// or rediss:// addresses',
    meaning:
      'The address of Redis 6.2 or later, as `redis://user:password@host:port/db`; `rediss://` is TLS. With Sentinel and Cluster the addresses of several of them, separated by comma; user, password and db are then those of the first.',
    source: 'os2bridge',
    example: 'redis://localhost:6379',
    confidential: 'credentials',
  }),
  'redis.mode': withDefault(oneOf(['single', 'sentinel', 'cluster']), 'single', {
    type: '"single", "sentinel" or "cluster"',
    meaning: 'What answers at `redis.url`.',
    source: 'os2bridge',
  }),
  'redis.sentinel_name': optional(text(), {
    type: 'text',
    meaning: 'The name of the master that the Sentinels watch. Needed with `redis.mode` "sentinel", and only there.',
    source: 'os2bridge',
  }),
  'redis.ca_verify': withDefault(flag(), true, {
    type: 'true or false',
    meaning: "Whether Redis' certificate is checked, with `rediss://`.",
    source: 'os2bridge',
  }),
  'redis.prefix': withDefault(
    textWhere('a text of letters, digits, - and _, best in braces like {os2bridge}', (value) => /^(\{[\w-]+\}|[\w-]+)$/.test(value)),
    '{os2bridge}',
    {
      type: 'text',
      meaning: 'The beginning of every key. The braces keep all keys in one slot of a Cluster, where they are needed.',
      source: 'os2bridge',
    },
  ),
};
