import { CATALOGUE, describeError, type Handlers, type JobData, type JobName, type RunMember } from '@os2bridge/jobs';
import { BridgeError, type KindName, type Uuid } from '@os2bridge/model';
import { applyDecided, type Decided, type PlanLine, type Store } from '@os2bridge/reconcile';
import type { Bridge } from './bridge.ts';
import { gather } from './gather.ts';

/** Jobs that wait at the same time are read with one round of requests, at most 100; the next round gathers while one is under way. */
const BATCH = { windowMs: 4, maxSize: 100, atOnce: 1 } as const;

/** The handlers of the object queue: one job is one MO object, read afresh and brought in line. */
export const createObjectHandlers = (bridge: Bridge): Handlers<'objects'> => {
  const { runs, stores } = bridge;
  const sync = { orgunit: syncer(bridge, stores.orgunit), user: syncer(bridge, stores.user) };
  const wash = { orgunit: washer(bridge, stores.orgunit), user: washer(bridge, stores.user) };
  return {
    'sync-object': async (data) => {
      const member: RunMember = `${data.kind}:${data.mo}`;
      const waiting = await runs.waitersOf(member);
      const result = await sync[data.kind](data, waiting);
      await runs.settle(member, waiting, result);
      return result;
    },
    'wash-object': async (data) => {
      const member: RunMember = `wash-${data.kind}:${data.fk}`;
      const waiting = await runs.waitersOf(member);
      const result = await wash[data.kind](data.fk);
      await runs.settle(member, waiting, result);
      return result;
    },
  };
};

/** Tells the waiting runs that an object's job has failed for good. */
export const reportGivenUp =
  (bridge: Bridge) =>
  async (name: JobName, data: unknown, error: unknown): Promise<void> => {
    if (name !== 'sync-object' && name !== 'wash-object') return;
    const object = CATALOGUE[name].data.parse(data);
    const member: RunMember = 'mo' in object ? `${object.kind}:${object.mo}` : `wash-${object.kind}:${object.fk}`;
    const waiting = await bridge.runs.waitersOf(member);
    const mo = 'mo' in object ? object.mo : null;
    const fk = 'fk' in object ? object.fk : null;
    const reason = error instanceof BridgeError ? error.code : 'unexpected';
    const change = { kind: object.kind, mo, fk, verdict: 'failed', reasons: [reason], message: describeError(error) };
    for (const run of waiting) await bridge.runs.addChanges(run, [change]);
    await bridge.runs.settle(member, waiting, { failed: 1 });
  };

const syncer = <P, W>(bridge: Bridge, store: Store<P, W>) => {
  const decide = gather<Uuid, Decided<P>>((keys) => decideMany(store, keys), BATCH);
  return async (data: JobData<'sync-object'>, waiting: readonly string[]) => {
    const decided = await decide(data.mo);
    const { held, ...counts } = await applyDecided(store, decided, {
      force: data.force ?? false,
      mayDelete: (fk) => mayDelete(bridge, data, fk),
    });
    // A deletion step does exactly what its run lists: what turns up meanwhile is the next run's.
    if (data.deletions === 'hold') for (const run of waiting) await bridge.runs.addDeletions(run, held.flatMap(toDeletion));
    if (counts.sent + counts.deleted > 0)
      bridge.logger.info('synchronised', { kind: data.kind, mo: data.mo, sent: counts.sent, deleted: counts.deleted });
    return counts;
  };
};

const mayDelete = async (bridge: Bridge, data: JobData<'sync-object'>, fk: Uuid): Promise<boolean> => {
  // What was approved is a list: exactly that is deleted.
  if (data.deletions === 'hold' || data.run === undefined || !(await bridge.runs.mayDelete(data.run, data.kind, fk))) return false;
  await assertTopUnit(bridge);
  return true;
};

/** Without the top unit everything looks as if it lay outside the tree: then nothing may be deleted (sync-rules §1.1). */
const assertTopUnit = async ({ reader, settings }: Bridge): Promise<void> => {
  const { topUnit } = settings.rules;
  const path = await reader.unitsWithAncestors([topUnit]);
  if (path.some((unit) => unit.uuid === topUnit)) return;
  throw new BridgeError(
    'top-unit-missing',
    `the top unit ${topUnit} is unknown to OS2MO or has ended; nothing is deleted. Check os2sync.top_unit_uuid`,
    { fate: 'later' },
  );
};

const toDeletion = (line: PlanLine): { kind: KindName; fk: Uuid; mo: Uuid | null; reasons: readonly string[] }[] =>
  line.fk === null ? [] : [{ kind: line.kind, fk: line.fk, mo: line.mo, reasons: line.reasons }];

/** One round of requests for many objects. An answer that cannot be read is asked for again object by object, so that a poisoned one fails alone. */
const decideMany = async <P, W>(store: Store<P, W>, keys: readonly Uuid[]): Promise<(Decided<P> | Error)[]> => {
  try {
    const found = await store.kind.decide(keys);
    return keys.map((key) => found.get(key) ?? new Error(`no decision about ${key}`));
  } catch (error) {
    if (keys.length === 1 || !(error instanceof BridgeError) || error.code !== 'mo-answer') throw error;
    const apart = await Promise.allSettled(keys.map((key) => store.kind.decide([key])));
    return apart.map((one, at) => {
      if (one.status === 'rejected') return one.reason instanceof Error ? one.reason : new Error('unexpected rejection');
      const key = keys[at];
      return (key === undefined ? undefined : one.value.get(key)) ?? new Error('no decision');
    });
  }
};

const washer =
  <P, W>(bridge: Bridge, store: Store<P, W>) =>
  async (fk: Uuid) => {
    const { kind, ledger } = store;
    const [claimed, safe, entries] = await Promise.all([kind.claimed([fk]), kind.protectedUuids(), ledger.get([fk])]);
    // MO or the ledger knows it after all: then it is that object's job to decide about it.
    if (claimed.has(fk) || safe.has(fk) || entries.has(fk)) return { sent: 0, skipped: 1, deleted: 0 };
    await assertTopUnit(bridge);
    await kind.remove(fk);
    bridge.logger.info('deleted by autowash', { kind: kind.name, fk });
    return { sent: 0, skipped: 0, deleted: 1 };
  };
