import type { KindName, Report, Uuid, Verdict } from '@os2bridge/model';

/** One line of a plan: what a sync would do with one FK object, and why. `payload` only when asked for: it is personal data. */
export interface PlanLine {
  readonly kind: KindName;
  readonly mo: Uuid | null;
  readonly fk: Uuid | null;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  readonly reports: readonly Report[];
  /** With verdict `error`: what is wrong and what to do. */
  readonly message?: string;
  readonly payload?: unknown;
}
