import type { Decision, Uuid, Upsert } from '@os2bridge/model';
import { asDuplicate } from './as-duplicate.ts';

/**
 * Settles who keeps an FK uuid that several upserts claim: the lowest MO uuid, within one object the first decision. The others become
 * errors (`duplicate-fk-uuid`). Decisions that send nothing claim nothing (sync-rules §1.3). Order and number of the decisions stay.
 */
export const resolveClaims = <P>(decisions: readonly Decision<P>[]): readonly Decision<P>[] => {
  const owners = new Map<Uuid, Upsert<P>>();
  for (const decision of decisions) {
    if (decision.verdict !== 'upsert') continue;
    const owner = owners.get(decision.fk);
    if (!owner || decision.mo < owner.mo) owners.set(decision.fk, decision);
  }
  return decisions.map((decision) => {
    if (decision.verdict !== 'upsert') return decision;
    const owner = owners.get(decision.fk);
    return !owner || owner === decision ? decision : asDuplicate(decision, owner.mo);
  });
};
