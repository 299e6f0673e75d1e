import type { KindName, Report, Uuid, Verdict } from '@os2bridge/model';
import type { ScopeStep } from '@os2bridge/mapping';

/** Where an FK uuid comes from (sync-rules §1.6): the MO uuid itself, or an it account. */
export type FkUuidOrigin = { readonly from: 'mo-uuid' } | { readonly from: 'it-account'; readonly account: Uuid; readonly system: string };

/** One object in FK Organisation that the MO object has, had or would have. */
export interface ExplainedObject {
  readonly fk: Uuid | null;
  /** null = it cannot be told, or only the ledger knows this FK uuid. */
  readonly origin: FkUuidOrigin | null;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  readonly reports: readonly Report[];
  /** With verdict `error`: what is wrong and what to do. */
  readonly message: string | null;
  /** The rules of a person's FK user in order, as tested; a unit's are in the explanation itself. */
  readonly steps: readonly ScopeStep[];
  /** What the ledger knows; null = never sent, or deleted since. */
  readonly sent: { readonly at: string; readonly for: Uuid } | null;
}

/** One engagement of a person and whether its unit is transferred. */
export interface ExplainedEngagement {
  readonly engagement: Uuid;
  readonly unit: Uuid;
  /** `YYYY-MM-DD`; later than today = coming. */
  readonly from: string;
  readonly transferred: boolean | 'error';
  readonly reason: string;
}

/** Why one MO object is, or is not, in FK Organisation. Uuids, codes and settings only: no names, no CPR, no values. */
export interface Explanation {
  readonly kind: KindName;
  /** What was asked for, and as what it was found; `nothing` = neither OS2MO nor the ledger knows it. */
  readonly asked: Uuid;
  readonly foundAs: 'mo-uuid' | 'fk-uuid' | 'nothing';
  readonly mo: Uuid;
  /** now: valid now (a person: exists) · before: OS2MO knows it, but it is not valid now · never. */
  readonly inMo: 'now' | 'before' | 'never';
  /** The rows of sync-rules §1.1 as tested, for a unit. */
  readonly steps: readonly ScopeStep[];
  /** The MO uuid of the nearest transferred unit above, for a unit that is transferred. */
  readonly parent: Uuid | null;
  /** For a person: the engagements now or coming. */
  readonly engagements: readonly ExplainedEngagement[];
  readonly objects: readonly ExplainedObject[];
}
