import type { Settings } from '@os2bridge/config';
import type { KindName } from '@os2bridge/model';
import { judgeDeletions, planKind, type GuardVerdict, type PlanLine, type PlanSummary } from '@os2bridge/reconcile';
import type { Stores } from './stores.ts';

export interface PlanRequest {
  readonly force: boolean;
  /** Complete payloads as they would be sent; personal data, and reads OS2sync. */
  readonly payloads: boolean;
  readonly signal?: AbortSignal;
}

/** How the plan ends: what was seen per kind, and what the guards say about the deletions. */
export interface PlanEnd {
  readonly orgunit: PlanSummary;
  readonly user: PlanSummary;
  readonly topUnitSeen: boolean;
  readonly guard: GuardVerdict;
}

/**
 * Plans everything: units first, then persons, as a stream of pages; the deletions of a kind come last. Writes nothing.
 * Both a dry run and a real run are this, so they cannot differ.
 */
export async function* planAll(settings: Settings, stores: Stores, request: PlanRequest): AsyncGenerator<readonly PlanLine[], PlanEnd> {
  const options = { ...request, autowash: settings.autowash };
  const orgunit = yield* planKind(stores.orgunit, options);
  const user = yield* planKind(stores.user, options);
  const topUnitSeen = await stores.orgunit.kind.decide([settings.rules.topUnit]).then((found) => found.get(settings.rules.topUnit)?.gone === false);
  const guard = guardOf(settings, { orgunit, user, topUnitSeen }, { orgunit: orgunit.counts.delete, user: user.counts.delete });
  return { orgunit, user, topUnitSeen, guard };
}

/** What the guards say about so many deletions after such a sweep. */
export const guardOf = (
  settings: Settings,
  { orgunit, user, topUnitSeen }: Pick<PlanEnd, 'orgunit' | 'user' | 'topUnitSeen'>,
  deletions: Readonly<Record<KindName, number>>,
): GuardVerdict =>
  judgeDeletions({
    counts: [
      { kind: 'orgunit', deletions: deletions.orgunit, held: orgunit.held },
      { kind: 'user', deletions: deletions.user, held: user.held },
    ],
    limit: settings.deleteLimit,
    unitsSeen: orgunit.seen,
    personsSeen: user.seen,
    topUnitSeen,
  });

/** How a run with this plan would end. */
export const forecast = (end: PlanEnd): 'done' | 'partial' | 'awaiting-approval' | 'failed' => {
  if (end.guard.verdict === 'refuse') return 'failed';
  if (end.guard.verdict === 'ask') return 'awaiting-approval';
  return end.orgunit.counts.error + end.user.counts.error > 0 ? 'partial' : 'done';
};

