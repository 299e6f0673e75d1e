import { isUuid, type Decision, type Uuid } from '@os2bridge/model';
import {
  createLedger,
  createStore,
  type Decided,
  type Kind,
  type PlanLine,
  type PlanOptions,
  type Store,
  planKind,
  type PlanSummary,
} from '@os2bridge/reconcile';
import type { Redis } from 'ioredis';

export interface Note {
  readonly Uuid: Uuid;
  readonly Name: string;
  readonly Post: string | null;
}

export const uuid = (n: number): Uuid => {
  const text = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  if (!isUuid(text)) throw new Error(text);
  return text;
};

export const upsert = (mo: Uuid, fk: Uuid, name: string, extra: { post?: string | null; keep?: string[] } = {}): Decision<Note> => ({
  kind: 'user',
  verdict: 'upsert',
  mo,
  fk,
  reasons: [],
  reports: [],
  keep: extra.keep ?? [],
  payload: { Uuid: fk, Name: name, Post: extra.post ?? null },
});

export const ignore = (mo: Uuid, fk: Uuid, reason: string): Decision<Note> => ({
  kind: 'user',
  verdict: 'ignore',
  mo,
  fk,
  reasons: [reason],
  reports: [],
});

export const undecided = (mo: Uuid, reason: string): Decision<Note> => ({
  kind: 'user',
  verdict: 'error',
  mo,
  reasons: [reason],
  reports: [],
  message: `${mo} cannot be decided`,
});

/** A kind over what a test says MO and the target hold: a real little target that can be written to and can fail. */
export const noteKind = (mo: Map<Uuid, readonly Decision<Note>[]>) => {
  const target = new Map<Uuid, Note>();
  const log: string[] = [];
  const faults = { sweepAfterPages: Number.POSITIVE_INFINITY, send: false };
  const safe = new Set<Uuid>();
  const decided = (key: Uuid): Decided<Note> => ({ mo: key, gone: !mo.has(key), decisions: mo.get(key) ?? [] });
  const kind: Kind<Note, Note> = {
    name: 'user',
    sweep: async function* () {
      let pages = 0;
      for (const key of [...mo.keys()].toSorted()) {
        if (pages++ >= faults.sweepAfterPages) throw new Error('MO failed in the middle');
        yield [decided(key)];
      }
    },
    decide: async (keys) => new Map(keys.map((key) => [key, decided(key)])),
    canonical: (payload, without = []) =>
      JSON.stringify(
        payload,
        ['Name', 'Post', 'Uuid'].filter((field) => !without.includes(field)),
      ),
    lookupFields: ['Post'],
    ownedAfter: (payload, before) => (payload.Post === null ? before : [...new Set([...before, 'Post'])]),
    complete: async (payload) => payload,
    send: async (whole) => {
      log.push(`send ${whole.Uuid}`);
      if (faults.send) throw new Error('target is down');
      target.set(whole.Uuid, whole);
    },
    remove: async (fk) => {
      log.push(`remove ${fk}`);
      target.delete(fk);
    },
    targetUuids: async () => [...target.keys()],
    protectedUuids: async () => safe,
    claimed: async (fks) =>
      new Set([...mo.values()].flat().flatMap((one) => (one.verdict === 'upsert' && fks.includes(one.fk) ? [one.fk] : []))),
  };
  return { kind, target, log, faults, safe };
};

let ledgers = 0;

/** A store with a ledger of its own in this Redis. */
export const storeIn = <P extends object, W>(
  redis: Redis,
  kind: Kind<P, W>,
  options: { compares?: boolean; hashKey?: string } = {},
): Store<P, W> => {
  const ledger = createLedger(redis, { prefix: '{test}', cvr: '12345678', kind: kind.name, name: `ledger-${(ledgers += 1)}` });
  return createStore(kind, ledger, { hashKey: options.hashKey ?? 'a key for tests only', compares: options.compares ?? true });
};

/** Works a plan off to its end. */
export const planOf = async <P, W>(
  store: Store<P, W>,
  options: Partial<PlanOptions> = {},
): Promise<{ lines: PlanLine[]; summary: PlanSummary }> => {
  const plan = planKind(store, { force: false, autowash: false, payloads: false, ...options });
  const lines: PlanLine[] = [];
  for (;;) {
    const step = await plan.next();
    if (step.done) return { lines: [...lines, ...step.value.deletions], summary: step.value };
    lines.push(...step.value);
  }
};
