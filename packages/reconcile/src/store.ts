import type { Uuid } from '@os2bridge/model';
import { compare, type Digests } from './compare.ts';
import { digest } from './digest.ts';
import type { Kind } from './kind.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';

/** A kind with its memory: what plan and apply work on. */
export interface Store<P, W> {
  readonly kind: Kind<P, W>;
  readonly ledger: Ledger;
  digestsOf(payload: P): Digests;
  /** `create`, `update` or `unchanged`, for this payload against this entry. */
  verdict(
    payload: P,
    entry: LedgerEntry | undefined,
    options: { readonly keep: readonly string[]; readonly force: boolean },
  ): 'create' | 'update' | 'unchanged';
  /** Notes that `payload` was accepted for `fk`. */
  remember(fk: Uuid, mo: Uuid, payload: P, ownedBefore: readonly string[]): Promise<void>;
}

/** Binds a kind to its ledger. `compares` false = the comparison is switched off (`os2sync.hash_cache` empty). */
export const createStore = <P extends object, W>(
  kind: Kind<P, W>,
  ledger: Ledger,
  options: { readonly hashKey: string; readonly compares: boolean },
): Store<P, W> => {
  // A payload is compared and, when it was sent, remembered: its digests are made once.
  const made = new WeakMap<P, Digests>();
  const digestsOf = (payload: P): Digests => {
    const known = made.get(payload);
    if (known) return known;
    const whole = kind.canonical(payload);
    const base = kind.lookupFields.length === 0 ? whole : kind.canonical(payload, kind.lookupFields);
    const digests = { digest: digest(options.hashKey, `upsert ${whole}`), base: digest(options.hashKey, `upsert ${base}`) };
    made.set(payload, digests);
    return digests;
  };
  return {
    kind,
    ledger,
    digestsOf,
    verdict: (payload, entry, { keep, force }) => compare(digestsOf(payload), entry, { keep, always: force || !options.compares }),
    remember: (fk, mo, payload, ownedBefore) =>
      ledger.remember({ fk, mo, ...digestsOf(payload), owned: kind.ownedAfter(payload, ownedBefore), sentAt: new Date().toISOString() }),
  };
};
