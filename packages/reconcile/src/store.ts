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
  verdict(payload: P, entry: LedgerEntry | undefined, options: { readonly keep: readonly string[]; readonly force: boolean }): 'create' | 'update' | 'unchanged';
  /** Notes that `payload` was accepted for `fk`. */
  remember(fk: Uuid, mo: Uuid, payload: P, ownedBefore: readonly string[]): Promise<void>;
}

/** Binds a kind to its ledger. `compares` false = the comparison is switched off (`os2sync.hash_cache` empty). */
export const createStore = <P, W>(kind: Kind<P, W>, ledger: Ledger, options: { readonly hashKey: string; readonly compares: boolean }): Store<P, W> => {
  const digestsOf = (payload: P): Digests => ({
    digest: digest(options.hashKey, `upsert ${kind.canonical(payload)}`),
    base: digest(options.hashKey, `upsert ${kind.canonical(payload, kind.lookupFields)}`),
  });
  return {
    kind,
    ledger,
    digestsOf,
    verdict: (payload, entry, { keep, force }) => compare(digestsOf(payload), entry, { keep, always: force || !options.compares }),
    remember: (fk, mo, payload, ownedBefore) =>
      ledger.remember({ fk, mo, ...digestsOf(payload), owned: kind.ownedAfter(payload, ownedBefore), sentAt: new Date().toISOString() }),
  };
};
