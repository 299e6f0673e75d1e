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
export interface PlanEnd extends GuardBasis {
  readonly orgunit: PlanSummary;
  readonly user: PlanSummary;
  readonly guard: GuardVerdict;
}

/**
 * Plans everything: units first, then persons, as a stream of pages; deletions come last, once the guards have judged them. What they refuse is shown as
 * `ignore` with the reason `deletion-refused`. Writes nothing. Both a dry run and a real run are this, so they cannot differ.
 */
export async function* planAll(settings: Settings, stores: Stores, request: PlanRequest): AsyncGenerator<readonly PlanLine[], PlanEnd> {
  const options = { ...request, autowash: settings.autowash };
  const orgunit = yield* planKind(stores.orgunit, options);
  const user = yield* planKind(stores.user, options);
  const topUnitSeen = await seesTopUnit(settings, stores);
  const guard = guardOf(settings, { orgunit, user, topUnitSeen }, { orgunit: orgunit.counts.delete, user: user.counts.delete });
  const deletions = [...orgunit.deletions, ...user.deletions];
  if (deletions.length > 0) yield guard.verdict === 'refuse' ? deletions.map(refused) : deletions;
  return { orgunit, user, topUnitSeen, guard };
}

const refused = (line: PlanLine): PlanLine => ({ ...line, verdict: 'ignore', reasons: [...line.reasons, 'deletion-refused'] });

/** What the guards go by, beside the number of deletions. */
export interface GuardBasis extends Readonly<Record<KindName, Pick<PlanSummary, 'seen' | 'held'>>> {
  readonly topUnitSeen: boolean;
}

/** The basis of a run about named objects: nothing is swept, so only the limit and the top unit count. */
export const basisWithoutSweep = async (settings: Settings, stores: Stores): Promise<GuardBasis> => {
  const [orgunits, users, topUnitSeen] = await Promise.all([
    stores.orgunit.ledger.size(),
    stores.user.ledger.size(),
    seesTopUnit(settings, stores),
  ]);
  return { orgunit: { seen: Infinity, held: orgunits }, user: { seen: Infinity, held: users }, topUnitSeen };
};

const seesTopUnit = async ({ rules }: Settings, { orgunit }: Stores): Promise<boolean> =>
  (await orgunit.kind.decide([rules.topUnit])).get(rules.topUnit)?.gone === false;

/** What the guards say about so many deletions. */
export const guardOf = (
  settings: Settings,
  { orgunit, user, topUnitSeen }: GuardBasis,
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
