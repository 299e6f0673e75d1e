import type { KindName } from '@os2bridge/model';

/** What the guards look at, per kind (sync-rules §1.8). */
export interface DeletionCount {
  readonly kind: KindName;
  /** How many objects the run would delete. */
  readonly deletions: number;
  /** How many objects of this kind the ledger (with autowash also FK) holds. */
  readonly held: number;
}

export interface GuardInput {
  readonly counts: readonly DeletionCount[];
  /** `os2bridge.delete_limit`; null = the larger of 10 objects and 10 %. */
  readonly limit: number | null;
  /** What MO gave in this run. */
  readonly unitsSeen: number;
  readonly personsSeen: number;
  readonly topUnitSeen: boolean;
}

export type GuardVerdict =
  | { readonly verdict: 'go' }
  /** Too many: an operator decides. */
  | { readonly verdict: 'ask'; readonly message: string }
  /** What MO gave cannot be right: nothing is deleted and nobody can approve it. */
  | { readonly verdict: 'refuse'; readonly message: string };

/** How many objects of one kind may go in one run without approval. */
export const deletionLimit = (limit: number | null, held: number): number => limit ?? Math.max(10, Math.floor(held / 10));

/** May these deletions be done? The one place that says so, for the real run and for the plan. */
export const judgeDeletions = (input: GuardInput): GuardVerdict => {
  if (!input.topUnitSeen) {
    return {
      verdict: 'refuse',
      message:
        'the top unit (os2sync.top_unit_uuid) is unknown to OS2MO or has ended; nothing is deleted. Check the setting and the unit in OS2MO',
    };
  }
  const deletions = input.counts.reduce((sum, count) => sum + count.deletions, 0);
  if (deletions === 0) return { verdict: 'go' };
  if (input.unitsSeen === 0 || input.personsSeen === 0) {
    const what = input.unitsSeen === 0 ? 'units' : 'persons';
    return {
      verdict: 'refuse',
      message: `OS2MO returned no ${what}; none of ${deletions} deletions is done. Check OS2MO and the roles of the bridge's login`,
    };
  }
  const above = input.counts.filter((count) => count.deletions > deletionLimit(input.limit, count.held));
  if (above.length === 0) return { verdict: 'go' };
  const parts = above.map(
    (count) => `${count.deletions} of ${count.held} ${count.kind}s (limit ${deletionLimit(input.limit, count.held)})`,
  );
  return { verdict: 'ask', message: `would delete ${parts.join(' and ')}; nothing is deleted before it is approved` };
};
