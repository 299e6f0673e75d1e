import type { KindName, Verdict } from '@os2bridge/model';

/** One decision of the plan, as far as scenarios look at it. */
export interface PlannedDecision {
  readonly kind: KindName;
  readonly mo: string | null;
  readonly fk: string | null;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  readonly payload?: unknown;
}

/** What came of a scenario: a plan, or a start-up that refused. */
export type Outcome =
  | {
      readonly kind: 'plan';
      readonly decisions: readonly PlannedDecision[];
      readonly run: 'done' | 'awaiting-approval' | 'failed';
      /** Why the run failed, for people. */
      readonly problem?: string;
    }
  | { readonly kind: 'settings-error'; readonly mistakes: readonly { readonly key: string; readonly problem: string }[] };
