import { BridgeError, type Uuid } from '@os2bridge/model';
import type { Decided } from './kind.ts';
import type { PlanLine } from './plan-line.ts';
import type { Store } from './store.ts';

export interface ApplyOptions {
  readonly force: boolean;
  /** Whether this FK uuid, sent before and not wanted any more, may be deleted now. Those that may not are given to `held`. */
  readonly mayDelete: (fk: Uuid) => Promise<boolean>;
}

export interface ApplyResult {
  readonly sent: number;
  readonly skipped: number;
  readonly deleted: number;
  /** Deletions that were not allowed now. */
  readonly held: readonly PlanLine[];
}

/**
 * Brings FK in line with what was decided about one MO object: sends what is new or changed, then deletes what was sent before and is not wanted any more.
 * Remembers only what the target has accepted. An error decision fails the object after its other FK objects were sent; then nothing is deleted.
 */
export const applyDecided = async <P, W>(store: Store<P, W>, decided: Decided<P>, options: ApplyOptions): Promise<ApplyResult> => {
  const { kind, ledger } = store;
  const upserts = decided.decisions.filter((decision) => decision.verdict === 'upsert');
  const [entries, sentFor] = await Promise.all([ledger.get(upserts.map((upsert) => upsert.fk)), ledger.sentFor([decided.mo])]);
  let sent = 0;
  for (const { fk, mo, payload, keep } of upserts) {
    const entry = entries.get(fk);
    if (store.verdict(payload, entry, { keep, force: options.force }) === 'unchanged') continue;
    const owned = entry?.owned ?? [];
    await kind.send(await kind.complete(payload, { keep, owned }));
    await store.remember(fk, mo, payload, owned);
    sent += 1;
  }

  const errors = decided.decisions.filter((decision) => decision.verdict === 'error');
  const [first] = errors;
  if (first) throw new BridgeError(first.reasons[0] ?? 'undecided', first.message, { fate: 'never' });

  const wants = new Set(upserts.map((upsert) => upsert.fk));
  const unwanted = (sentFor.get(decided.mo) ?? []).filter((fk) => !wants.has(fk));
  const held: PlanLine[] = [];
  let deleted = 0;
  for (const fk of await deletable(store, decided.mo, unwanted)) {
    if (await options.mayDelete(fk)) {
      await kind.remove(fk);
      await ledger.forget(fk);
      deleted += 1;
    } else {
      const reasons = decided.decisions.find((decision) => decision.verdict === 'ignore')?.reasons ?? [
        decided.gone ? 'terminated' : 'fk-uuid-changed',
      ];
      held.push({ kind: kind.name, mo: decided.mo, fk, verdict: 'delete', reasons, reports: [] });
    }
  }
  return { sent, skipped: upserts.length - sent, deleted, held };
};

/** Without what is never deleted and what another MO object claims now. Most objects leave nothing behind: then nobody is asked. */
const deletable = async <P, W>({ kind }: Store<P, W>, mo: Uuid, unwanted: readonly Uuid[]): Promise<readonly Uuid[]> => {
  if (unwanted.length === 0) return [];
  const [safe, claimed] = await Promise.all([kind.protectedUuids(), kind.claimed(unwanted)]);
  return safe.has(mo) ? [] : unwanted.filter((fk) => !safe.has(fk) && !claimed.has(fk));
};
