import type { MoItAccount, MoUnit, Uuid } from '@os2bridge/model';

/** A unit valid now and its it accounts: what judging it, and everything below it, needs. */
export interface UnitNode {
  readonly unit: MoUnit;
  readonly accounts: readonly MoItAccount[];
}

/** One row of the table of sync-rules §1.1 as it was tested, for `explain`. */
export interface ScopeStep {
  readonly rule: string;
  readonly outcome: 'matched' | 'passed' | 'not-tested';
}

/** Whether a unit is transferred and which row decided; `error` when the tree cannot tell (cycle, parent unknown to MO). */
export type ScopeVerdict =
  | { readonly transferred: true; readonly reason: 'top-unit' | 'uuid-account' | 'in-scope'; readonly steps: readonly ScopeStep[] }
  | {
      readonly transferred: false;
      readonly reason: 'terminated' | 'outside-tree' | 'filtered' | 'hierarchy' | 'ignored-level' | 'ignored-type';
      readonly steps: readonly ScopeStep[];
    }
  | { readonly transferred: 'error'; readonly reason: ScopeError; readonly message: string; readonly steps: readonly ScopeStep[] };

/** Why the tree cannot tell. Holds for everything below the unit too. */
export type ScopeError = 'parent-cycle' | 'parent-unknown' | 'unknown-class' | 'unknown-it-system';

/** An FK uuid (sync-rules §1.6), or why there is none. */
export type FkUuid =
  | { readonly ok: true; readonly uuid: Uuid }
  | { readonly ok: false; readonly reason: 'invalid-fk-uuid' | 'ambiguous-fk-uuid' | 'unknown-it-system'; readonly message: string };

/** The units and their verdicts. May hold the whole municipality or just some units with their ancestors; every answer is memoised. */
export interface UnitTree {
  judge(unit: Uuid): ScopeVerdict;
  /** A unit that is not in the tree has no accounts here and so its MO uuid. */
  fkUuid(unit: Uuid): FkUuid;
  /** The nearest transferred ancestor; null for the top unit. */
  transferredParent(unit: Uuid): Uuid | null;
}
