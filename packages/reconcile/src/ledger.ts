import { chunks, uuidSchema, type KindName, type Uuid } from '@os2bridge/model';
import { createScript } from '@os2bridge/redis';
import type { Cluster, Redis } from 'ioredis';
import { z } from 'zod';

/**
 * What the bridge remembers of one object it sent: digests, never a payload. `base` is the digest without looked-up fields.
 * `owned` = the fields of sync-rules §1.2 that MO owns since it once sent them.
 */
export interface LedgerEntry {
  readonly fk: Uuid;
  readonly mo: Uuid;
  readonly digest: string;
  readonly base: string;
  readonly owned: readonly string[];
  /** ISO 8601, UTC. */
  readonly sentAt: string;
}

/** What was last sent, per municipality and kind; written only after the target has answered 2xx. */
export interface Ledger {
  readonly kind: KindName;
  get(fks: readonly Uuid[]): Promise<ReadonlyMap<Uuid, LedgerEntry>>;
  /** What was sent for these MO objects. */
  sentFor(mos: readonly Uuid[]): Promise<ReadonlyMap<Uuid, readonly Uuid[]>>;
  remember(entry: LedgerEntry): Promise<void>;
  forget(fk: Uuid): Promise<void>;
  size(): Promise<number>;
  /** Every entry, in pages; an entry may come twice while others write. */
  scan(): AsyncIterable<readonly LedgerEntry[]>;
}

const stored = z.object({ m: uuidSchema, d: z.string(), b: z.string(), o: z.array(z.string()).default([]), t: z.string() });

// KEYS: entries (fk -> JSON), index (mo -> JSON list of fks). ARGV: fk, entry JSON or '' to forget. Both in one script, so that they cannot drift apart.
const WRITE = createScript(`
local function drop(mo, fk)
  local list = cjson.decode(redis.call('HGET', KEYS[2], mo) or '[]')
  local kept = {}
  for _, one in ipairs(list) do if one ~= fk then kept[#kept + 1] = one end end
  if #kept == 0 then redis.call('HDEL', KEYS[2], mo) else redis.call('HSET', KEYS[2], mo, cjson.encode(kept)) end
end
local fk, entry = ARGV[1], ARGV[2]
local old = redis.call('HGET', KEYS[1], fk)
if old then drop(cjson.decode(old).m, fk) end
if entry == '' then redis.call('HDEL', KEYS[1], fk) return 1 end
redis.call('HSET', KEYS[1], fk, entry)
local mo = cjson.decode(entry).m
local list = cjson.decode(redis.call('HGET', KEYS[2], mo) or '[]')
list[#list + 1] = fk
redis.call('HSET', KEYS[2], mo, cjson.encode(list))
return 1`);

/** Opens the ledger `name` of one municipality and kind. Redis holds FK uuids, MO uuids, digests and times; no names, no CPR, no payloads. */
export const createLedger = (
  redis: Redis | Cluster,
  options: { readonly prefix: string; readonly cvr: string; readonly kind: KindName; readonly name: string },
): Ledger => {
  const entriesKey = `${options.prefix}:ledger:${options.cvr}:${options.kind}:${options.name}`;
  const indexKey = `${entriesKey}:by-mo`;
  const write = async (fk: Uuid, entry: string): Promise<void> => {
    await WRITE(redis, [entriesKey, indexKey], [fk, entry]);
  };
  return {
    kind: options.kind,
    get: async (fks) => {
      const found = new Map<Uuid, LedgerEntry>();
      for (const chunk of chunks(fks, 1000)) {
        const texts = await redis.hmget(entriesKey, ...chunk);
        for (const [at, fk] of chunk.entries()) {
          const text = texts[at];
          if (typeof text === 'string') found.set(fk, parseEntry(fk, text));
        }
      }
      return found;
    },
    sentFor: async (mos) => {
      const found = new Map<Uuid, readonly Uuid[]>();
      for (const chunk of chunks(mos, 1000)) {
        const texts = await redis.hmget(indexKey, ...chunk);
        for (const [at, mo] of chunk.entries()) {
          const text = texts[at];
          if (typeof text === 'string') found.set(mo, z.array(uuidSchema).parse(JSON.parse(text)));
        }
      }
      return found;
    },
    remember: ({ fk, mo, digest, base, owned, sentAt }) => write(fk, JSON.stringify({ m: mo, d: digest, b: base, o: owned, t: sentAt })),
    forget: (fk) => write(fk, ''),
    size: () => redis.hlen(entriesKey),
    scan: async function* () {
      let cursor = '0';
      do {
        const [next, pairs] = await redis.hscan(entriesKey, cursor, 'COUNT', 1000);
        const entries: LedgerEntry[] = [];
        for (let at = 0; at + 1 < pairs.length; at += 2) entries.push(parseEntry(uuidSchema.parse(pairs[at]), pairs[at + 1] ?? ''));
        if (entries.length > 0) yield entries;
        cursor = next;
      } while (cursor !== '0');
    },
  };
};

const parseEntry = (fk: Uuid, text: string): LedgerEntry => {
  const { m, d, b, o, t } = stored.parse(JSON.parse(text));
  return { fk, mo: m, digest: d, base: b, owned: o, sentAt: t };
};
