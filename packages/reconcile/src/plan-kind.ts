import type { Decision, Report, Uuid, Verdict } from '@os2bridge/model';
import type { Decided } from './kind.ts';
import type { LedgerEntry } from './ledger.ts';
import type { PlanLine } from './plan-line.ts';
import type { Store } from './store.ts';

export interface PlanOptions {
  readonly force: boolean;
  /** Also everything the target has and MO does not give (`os2sync.autowash`). */
  readonly autowash: boolean;
  /** Complete every payload that would be sent, as it would be sent; reads the target. */
  readonly payloads: boolean;
  readonly signal?: AbortSignal;
}

/** What the sweep of one kind has seen, for guards and counters. */
export interface PlanSummary {
  readonly seen: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** How many objects the ledger, with autowash also the target, holds. */
  readonly held: number;
  /** What would be deleted; the guards decide whether it may be. */
  readonly deletions: readonly PlanLine[];
}

/**
 * Plans one kind: sweeps MO and compares with the ledger, yielding the lines of one page at a time. What would be deleted comes with the summary,
 * when every read has succeeded. Memory: one uuid per object FK shall have (about 100 bytes; 2 MB for 16,000 persons) and one page.
 */
export async function* planKind<P, W>(store: Store<P, W>, options: PlanOptions): AsyncGenerator<readonly PlanLine[], PlanSummary> {
  const { kind, ledger } = store;
  const claims = new Map<Uuid, Uuid>();
  const failed = new Set<Uuid>();
  const candidates = new Map<Uuid, PlanLine>();
  const counts: Record<Verdict, number> = { create: 0, update: 0, unchanged: 0, delete: 0, ignore: 0, error: 0 };
  let seen = 0;

  const count = (lines: readonly PlanLine[]): readonly PlanLine[] => {
    for (const line of lines) counts[line.verdict] += 1;
    return lines;
  };

  for await (const page of kind.sweep(options.signal)) {
    seen += page.filter((object) => !object.gone).length;
    const wanted = page.flatMap((object) => object.decisions.flatMap((decision) => (decision.verdict === 'upsert' ? [decision.fk] : [])));
    const [entries, sentFor] = await Promise.all([ledger.get(wanted), ledger.sentFor(page.map((object) => object.mo))]);
    const lines: PlanLine[] = [];
    for (const object of page) {
      for (const decision of object.decisions) lines.push(await lineOf(store, decision, entries, claims, failed, options));
      if (failed.has(object.mo)) continue;
      for (const fk of unwanted(object, sentFor)) candidates.set(fk, deletion(store, object, fk));
    }
    // An ignored object that was sent before is shown once, as the deletion at the end.
    yield count(lines.filter((line) => !(line.verdict === 'ignore' && line.fk !== null && candidates.has(line.fk))));
  }

  const held = new Set<Uuid>();
  for await (const entries of ledger.scan()) {
    for (const { fk, mo } of entries) {
      held.add(fk);
      if (claims.has(fk) || candidates.has(fk) || failed.has(mo)) continue;
      candidates.set(fk, { kind: kind.name, mo, fk, verdict: 'delete', reasons: ['terminated'], reports: [] });
    }
  }
  if (options.autowash) {
    for (const fk of await kind.targetUuids(options.signal)) {
      held.add(fk);
      if (!claims.has(fk) && !candidates.has(fk) && !failed.has(fk)) {
        candidates.set(fk, { kind: kind.name, mo: null, fk, verdict: 'delete', reasons: ['autowash'], reports: [] });
      }
    }
  }
  const safe = await kind.protectedUuids();
  const deletions = [...candidates.values()].filter(
    ({ fk, mo }) => fk !== null && !claims.has(fk) && !safe.has(fk) && (mo === null || !safe.has(mo)),
  );
  return { seen, counts: { ...counts, delete: deletions.length }, held: held.size, deletions };
}

const lineOf = async <P, W>(
  store: Store<P, W>,
  decision: Decision<P>,
  entries: ReadonlyMap<Uuid, LedgerEntry>,
  claims: Map<Uuid, Uuid>,
  failed: Set<Uuid>,
  options: PlanOptions,
): Promise<PlanLine> => {
  const { kind, mo, reasons, reports } = decision;
  if (decision.verdict === 'ignore') return { kind, mo, fk: decision.fk ?? null, verdict: 'ignore', reasons, reports };
  if (decision.verdict === 'error') {
    failed.add(mo);
    return { kind, mo, fk: decision.fk ?? null, verdict: 'error', reasons, reports, message: decision.message };
  }
  const owner = claims.get(decision.fk);
  if (owner !== undefined) {
    // The sweep comes in ascending MO uuid order, so the first to claim an FK uuid is the lowest and keeps it (sync-rules §1.3).
    failed.add(mo);
    return {
      kind,
      mo,
      fk: decision.fk,
      verdict: 'error',
      reasons: ['duplicate-fk-uuid'],
      reports,
      message: duplicateMessage(decision.fk, mo, owner),
    };
  }
  claims.set(decision.fk, mo);
  const entry = entries.get(decision.fk);
  const verdict = store.verdict(decision.payload, entry, { keep: decision.keep, force: options.force });
  const line = { kind, mo, fk: decision.fk, verdict, reasons, reports } satisfies PlanLine;
  if (!options.payloads || verdict === 'unchanged') return line;
  return { ...line, payload: await store.kind.complete(decision.payload, { keep: decision.keep, owned: entry?.owned ?? [] }) };
};

/** For people: two MO objects want one FK uuid. */
export const duplicateMessage = (fk: Uuid, loser: Uuid, owner: Uuid): string =>
  `FK uuid ${fk} is claimed by ${owner} and ${loser}; the lowest MO uuid keeps it. Correct the it account of one of them in OS2MO`;

const unwanted = <P>(object: Decided<P>, sentFor: ReadonlyMap<Uuid, readonly Uuid[]>): readonly Uuid[] => {
  const wants = new Set(object.decisions.flatMap((decision) => (decision.verdict === 'upsert' ? [decision.fk] : [])));
  return (sentFor.get(object.mo) ?? []).filter((fk) => !wants.has(fk));
};

const deletion = <P, W>(store: Store<P, W>, object: Decided<P>, fk: Uuid): PlanLine => {
  const ignored = object.decisions.filter((decision) => decision.verdict === 'ignore');
  const because = ignored.find((decision) => decision.fk === fk) ?? (ignored.length === object.decisions.length ? ignored[0] : undefined);
  const reasons = because?.reasons ?? (object.gone ? ['terminated'] : ['fk-uuid-changed']);
  const reports: readonly Report[] = because?.reports ?? [];
  return { kind: store.kind.name, mo: object.mo, fk, verdict: 'delete', reasons, reports };
};
