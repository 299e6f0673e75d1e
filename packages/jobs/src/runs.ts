import { randomBytes } from 'node:crypto';
import { chunks, isUuid, uuidSchema, type KindName, type Uuid } from '@os2bridge/model';
import type { Cluster, Redis } from 'ioredis';
import { z } from 'zod';
import {
  isFinished,
  RUN_COUNTERS,
  RUN_STATES,
  scopeSchema,
  type RunChange,
  type RunCounter,
  type RunCounters,
  type RunDeletion,
  type RunRecord,
  type RunScope,
  type RunState,
  type RunTrigger,
} from './run-record.ts';
import { settle } from './run-scripts.ts';

/** How one object's job ended, for the counters of the runs that waited for it. */
export type ObjectOutcome = Partial<Record<'sent' | 'skipped' | 'deleted' | 'failed', number>>;

/** An object as member of a run: `orgunit:<mo>`, `user:<mo>`, or `wash-user:<fk>` for what only FK knows. */
export type RunMember = `${KindName}:${Uuid}` | `wash-${KindName}:${Uuid}`;

export interface Runs {
  create(run: { readonly scope: RunScope; readonly trigger: RunTrigger; readonly requestedBy: string }): Promise<RunRecord>;
  /** The run that this job works on: made at its first attempt, found again when the job is taken over or tried again. */
  createFor(job: string, run: { readonly scope: RunScope; readonly trigger: RunTrigger; readonly requestedBy: string }): Promise<RunRecord>;
  get(id: string): Promise<RunRecord | null>;
  /** Newest first. */
  list(limit: number): Promise<readonly RunRecord[]>;
  /** `message` and `code` say why; null or absent `code` clears it, an absent message keeps what is there. */
  setState(id: string, state: RunState, message?: string | null, code?: string): Promise<void>;
  setApproved(id: string, by: string): Promise<void>;
  /** Overwrites counters: the planner may start again after a crash. */
  setCounters(id: string, counters: Partial<RunCounters>): Promise<void>;
  /** Registers objects whose jobs this run waits for; call before the jobs are added. */
  expect(id: string, members: readonly RunMember[]): Promise<void>;
  pending(id: string): Promise<number>;
  pendingMembers(id: string): Promise<readonly RunMember[]>;
  /** The runs that wait for this object now; ask before reading the object, so that what is read is at least as fresh as they expect. */
  waitersOf(member: RunMember): Promise<readonly string[]>;
  settle(member: RunMember, runs: readonly string[], outcome: ObjectOutcome): Promise<void>;
  addDeletions(id: string, deletions: readonly RunDeletion[]): Promise<void>;
  /** Forgets what was planned: planning starts again. */
  clearPlan(id: string): Promise<void>;
  deletions(id: string): Promise<readonly RunDeletion[]>;
  mayDelete(id: string, kind: KindName, fk: Uuid): Promise<boolean>;
  addChanges(id: string, changes: readonly RunChange[]): Promise<void>;
  /** The objects of this run that failed, as `kind:mo`; complete, however long the list of changes is. */
  failedObjects(id: string): Promise<ReadonlySet<string>>;
  /** What failed first, then what changed; at most 20,000 lines. */
  changes(id: string, from?: number, to?: number): Promise<readonly RunChange[]>;
}

/** Records are kept for 60 days, at most 500 of them; a run's list of changes is cut at 20,000 lines. */
const KEEP_SECONDS = 60 * 86_400;
const KEEP_RUNS = 500;
const KEEP_CHANGES = 20_000;

const kindSchema = z.enum(['orgunit', 'user']);
const deletionSchema = z.object({ kind: kindSchema, fk: uuidSchema, mo: uuidSchema.nullable(), reasons: z.array(z.string()) });
const changeSchema = z.object({
  kind: kindSchema,
  mo: uuidSchema.nullable(),
  fk: uuidSchema.nullable(),
  verdict: z.string(),
  reasons: z.array(z.string()),
  message: z.string().optional(),
});

/** The run records of one municipality's OS2sync pipeline, in Redis. */
export const createRuns = (redis: Redis | Cluster, options: { readonly prefix: string; readonly cvr: string }): Runs => {
  const base = `${options.prefix}:runs:${options.cvr}`;
  const key = (id: string, part?: string): string => (part === undefined ? `${base}:${id}` : `${base}:${id}:${part}`);
  const waiters = (member: RunMember): string => `${base}:waiters:${member}`;

  const get = async (id: string): Promise<RunRecord | null> => {
    const [hash, pending] = await Promise.all([redis.hgetall(key(id)), redis.scard(key(id, 'pending'))]);
    return hash['scope'] === undefined ? null : toRecord(id, hash, pending);
  };

  const create: Runs['create'] = async ({ scope, trigger, requestedBy }) => {
    const now = new Date();
    const id = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${randomBytes(2).toString('hex')}`;
    await redis.hset(key(id), { scope: JSON.stringify(scope), trigger, requestedBy, state: 'waiting', createdAt: now.toISOString() });
    await redis.expire(key(id), KEEP_SECONDS);
    await redis.zadd(base, now.getTime(), id);
    for (const old of await redis.zrange(base, '0', String(-KEEP_RUNS - 1))) {
      await redis.zrem(base, old);
      await redis.del(key(old), ...['pending', 'deletions', 'changes', 'failed'].map((part) => key(old, part)));
    }
    const record = await get(id);
    if (!record) throw new Error(`run ${id} vanished while it was created`);
    return record;
  };

  const setState: Runs['setState'] = async (id, state, message, code) => {
    const now = new Date().toISOString();
    const fields: Record<string, string> = { state, code: code ?? '' };
    if (message !== undefined) fields['message'] = message ?? '';
    if (isFinished(state)) fields['finishedAt'] = now;
    await redis.hset(key(id), fields);
    if (state === 'planning') await redis.hsetnx(key(id), 'startedAt', now);
  };

  return {
    create,
    createFor: async (job, run) => {
      const known = await redis.hget(`${base}:of-job`, job);
      const found = known === null ? null : await get(known);
      if (found) return found;
      const made = await create(run);
      await redis.hset(`${base}:of-job`, job, made.id);
      await redis.expire(`${base}:of-job`, KEEP_SECONDS);
      return made;
    },
    get,
    list: async (limit) => {
      const ids = await redis.zrevrange(base, 0, limit - 1);
      return (await Promise.all(ids.map(get))).filter((record) => record !== null);
    },
    setState,
    setApproved: async (id, by) => {
      await redis.hset(key(id), { approvedBy: by, finishedAt: '' });
    },
    setCounters: async (id, counters) => {
      const fields = Object.entries(counters).map(([name, value]) => [`c:${name}`, String(value)] as const);
      if (fields.length > 0) await redis.hset(key(id), Object.fromEntries(fields));
    },
    expect: async (id, members) => {
      for (const chunk of chunks(members, 500)) {
        const pipeline = redis.pipeline();
        pipeline.sadd(key(id, 'pending'), ...chunk);
        pipeline.expire(key(id, 'pending'), KEEP_SECONDS);
        for (const member of chunk) pipeline.sadd(waiters(member), id).expire(waiters(member), KEEP_SECONDS);
        await pipeline.exec();
      }
    },
    pending: (id) => redis.scard(key(id, 'pending')),
    pendingMembers: async (id) => (await redis.smembers(key(id, 'pending'))).filter(isMember),
    waitersOf: (member) => redis.smembers(waiters(member)),
    settle: async (member, runs, outcome) => {
      const increments = Object.entries(outcome)
        .filter(([, by]) => by !== 0)
        .map(([name, by]) => [`c:${name}`, by] as const);
      const parts = runs.map((id) => ({ id, pendingKey: key(id, 'pending'), runKey: key(id) }));
      await settle(redis, { waitersKey: waiters(member), member, runs: parts, increments });
    },
    addDeletions: async (id, deletions) => {
      for (const chunk of chunks(deletions, 500)) {
        await redis.hset(key(id, 'deletions'), Object.fromEntries(chunk.map((one) => [`${one.kind}:${one.fk}`, JSON.stringify(one)])));
      }
      if (deletions.length > 0) await redis.expire(key(id, 'deletions'), KEEP_SECONDS);
    },
    clearPlan: async (id) => {
      await redis.del(key(id, 'deletions'), key(id, 'changes'), key(id, 'failed'));
      // What failed is tried again by the new plan and would count twice; what was sent stays sent.
      await redis.hdel(key(id), 'c:failed');
    },
    deletions: async (id) => Object.values(await redis.hgetall(key(id, 'deletions'))).map((text) => deletionSchema.parse(JSON.parse(text))),
    mayDelete: async (id, kind, fk) => (await redis.hexists(key(id, 'deletions'), `${kind}:${fk}`)) === 1,
    addChanges: async (id, changes) => {
      if (changes.length === 0) return;
      const failures = changes.filter(({ verdict }) => verdict === 'failed' || verdict === 'error');
      const rest = changes.filter((change) => !failures.includes(change));
      // Failures go to the front: the list is cut at its end, and a long first sync must not push them out of sight.
      for (const chunk of chunks(failures, 500)) await redis.lpush(key(id, 'changes'), ...chunk.map((change) => JSON.stringify(change)));
      for (const chunk of chunks(rest, 500)) await redis.rpush(key(id, 'changes'), ...chunk.map((change) => JSON.stringify(change)));
      const failed = failures.flatMap(({ kind, mo }) => (mo === null ? [] : [`${kind}:${mo}`]));
      if (failed.length > 0) {
        await redis.sadd(key(id, 'failed'), ...failed);
        await redis.expire(key(id, 'failed'), KEEP_SECONDS);
      }
      await redis.ltrim(key(id, 'changes'), 0, KEEP_CHANGES - 1);
      await redis.expire(key(id, 'changes'), KEEP_SECONDS);
    },
    failedObjects: async (id) => new Set(await redis.smembers(key(id, 'failed'))),
    changes: async (id, from = 0, to = -1) =>
      (await redis.lrange(key(id, 'changes'), from, to)).map((text) => {
        const { message, ...change } = changeSchema.parse(JSON.parse(text));
        return message === undefined ? change : { ...change, message };
      }),
  };
};

const isMember = (text: string): text is RunMember => /^(wash-)?(orgunit|user):/.test(text) && isUuid(text.slice(text.indexOf(':') + 1));

const NO_COUNTS: Record<RunCounter, number> = {
  orgunits: 0,
  users: 0,
  create: 0,
  update: 0,
  unchanged: 0,
  ignore: 0,
  error: 0,
  delete: 0,
  jobs: 0,
  sent: 0,
  skipped: 0,
  deleted: 0,
  failed: 0,
};

const toRecord = (id: string, hash: Record<string, string>, pending: number): RunRecord => {
  const scope = scopeSchema.parse(JSON.parse(hash['scope'] ?? '{}'));
  const counters = { ...NO_COUNTS };
  for (const name of RUN_COUNTERS) counters[name] = Number(hash[`c:${name}`] ?? 0);
  return {
    id,
    scope,
    trigger: hash['trigger'] === 'schedule' ? 'schedule' : 'operator',
    requestedBy: hash['requestedBy'] ?? '',
    state: z.enum(RUN_STATES).parse(hash['state']),
    message: hash['message'] || null,
    code: hash['code'] || null,
    createdAt: hash['createdAt'] ?? '',
    startedAt: hash['startedAt'] || null,
    finishedAt: hash['finishedAt'] || null,
    approvedBy: hash['approvedBy'] || null,
    counters,
    pending,
  };
};
