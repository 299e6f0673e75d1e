import type { Decision, Uuid } from '@os2bridge/model';
import type { Decided, LedgerEntry, Store } from '@os2bridge/reconcile';
import type { ScopeStep } from '@os2bridge/mapping';
import type { ExplainedObject, FkUuidOrigin } from './explanation.ts';

export interface ObjectWords {
  /** Where an FK uuid comes from. */
  readonly originOf: (fk: Uuid) => FkUuidOrigin | null;
  readonly stepsOf: (decision: Decision<unknown>) => readonly ScopeStep[];
}

/** What a sync of this one object would do with each of its FK objects, compared with the ledger; nothing is sent. */
export const explainObjects = async <P, W>(
  { kind, ledger, verdict }: Store<P, W>,
  decided: Decided<P>,
  words: ObjectWords,
): Promise<readonly ExplainedObject[]> => {
  const { decisions, mo, gone } = decided;
  const sentBefore = (await ledger.sentFor([mo])).get(mo) ?? [];
  const wanted = new Set(decisions.flatMap((decision) => (decision.verdict === 'upsert' ? [decision.fk] : [])));
  const fks = [...new Set([...decisions.flatMap((decision) => decision.fk ?? []), ...sentBefore])];
  const candidates = sentBefore.filter((fk) => !wanted.has(fk));
  const [entries, safe, claimed] = await Promise.all([
    ledger.get(fks),
    kind.protectedUuids(),
    candidates.length > 0 ? kind.claimed(candidates) : new Set<Uuid>(),
  ]);
  // As in a sync: bad data of an object stops every deletion under its MO uuid, and what is protected or claimed by another object stays.
  const undecided = decisions.some((decision) => decision.verdict === 'error');
  const deleted = new Set(undecided || safe.has(mo) ? [] : candidates.filter((fk) => !safe.has(fk) && !claimed.has(fk)));

  const told = decisions.map((decision): ExplainedObject => {
    const fk = decision.fk ?? null;
    const entry = fk === null ? undefined : entries.get(fk);
    return {
      ...common(fk, entry, words),
      verdict: verdictOf(decision, entry, verdict, deleted),
      reasons: decision.reasons,
      reports: decision.reports,
      message: decision.verdict === 'error' ? decision.message : null,
      steps: words.stepsOf(decision),
    };
  });
  const shown = new Set(told.map((object) => object.fk));
  const left = [...deleted].filter((fk) => !shown.has(fk));
  const reasons = [gone ? 'terminated' : 'fk-uuid-changed'];
  return [
    ...told,
    ...left.map((fk): ExplainedObject => ({
      ...common(fk, entries.get(fk), words),
      verdict: 'delete',
      reasons,
      reports: [],
      message: null,
      steps: [],
    })),
  ];
};

const verdictOf = <P, W>(
  decision: Decision<P>,
  entry: LedgerEntry | undefined,
  compare: Store<P, W>['verdict'],
  deleted: ReadonlySet<Uuid>,
): ExplainedObject['verdict'] => {
  if (decision.verdict === 'upsert') return compare(decision.payload, entry, { keep: decision.keep, force: false });
  return decision.verdict === 'ignore' && decision.fk !== undefined && deleted.has(decision.fk) ? 'delete' : decision.verdict;
};

const common = (
  fk: Uuid | null,
  entry: LedgerEntry | undefined,
  { originOf }: ObjectWords,
): Pick<ExplainedObject, 'fk' | 'origin' | 'sent'> => ({
  fk,
  origin: fk === null ? null : originOf(fk),
  sent: entry ? { at: entry.sentAt, for: entry.mo } : null,
});
