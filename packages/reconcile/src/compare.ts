import type { LedgerEntry } from './ledger.ts';

/** The digests of a payload: whole, and without looked-up fields. */
export interface Digests {
  readonly digest: string;
  readonly base: string;
}

export interface CompareOptions {
  /** Fields whose look-up failed now: the comparison leaves the looked-up fields out, so a failing register changes nothing. */
  readonly keep: readonly string[];
  /** The comparison is off (`os2sync.hash_cache` empty) or skipped (`--force`). */
  readonly always: boolean;
}

/** Compares what MO gives with what was last sent: not in the ledger, another content, or the same. */
export const compare = (digests: Digests, entry: LedgerEntry | undefined, options: CompareOptions): 'create' | 'update' | 'unchanged' => {
  if (!entry) return 'create';
  if (options.always) return 'update';
  const same = options.keep.length > 0 ? entry.base === digests.base : entry.digest === digests.digest;
  return same ? 'unchanged' : 'update';
};
