import { asDuplicate } from '@os2bridge/mapping';
import type { Uuid } from '@os2bridge/model';
import type { Decided } from '@os2bridge/reconcile';

type Decide<P> = (mo: readonly Uuid[]) => Promise<Map<Uuid, Decided<P>>>;
type Claimants = (fks: readonly Uuid[]) => Promise<readonly Uuid[]>;

const claimsIn = <P>(decided: Decided<P>): Uuid[] =>
  decided.decisions.flatMap((decision) => (decision.verdict === 'upsert' ? [decision.fk] : []));

/**
 * Decides these objects afresh and settles who keeps an FK uuid that several claim: the lowest MO uuid (sync-rules §1.3).
 * The others who might claim one of our FK uuids are looked for in MO by account, and as the object of that MO uuid, and decided too;
 * a job sees only its own objects, so without this question the loser would overwrite the winner.
 */
export const settleClaims = async <P>(mo: readonly Uuid[], decide: Decide<P>, claimants: Claimants): Promise<Map<Uuid, Decided<P>>> => {
  const decided = await decide(mo);
  const fks = [...new Set([...decided.values()].flatMap(claimsIn))];
  if (fks.length === 0) return decided;
  const others = await decideOthers(fks, decided, decide, claimants);

  const owners = new Map<Uuid, Uuid>();
  for (const object of [...decided.values(), ...others.values()]) {
    for (const fk of claimsIn(object)) {
      const owner = owners.get(fk);
      if (owner === undefined || object.mo < owner) owners.set(fk, object.mo);
    }
  }
  return new Map([...decided].map(([uuid, object]) => [uuid, yielding(object, owners)]));
};

/** Which of these FK uuids some MO object claims now. */
export const claimsOf = async <P>(fks: readonly Uuid[], decide: Decide<P>, claimants: Claimants): Promise<ReadonlySet<Uuid>> => {
  const others = await decideOthers(fks, new Map(), decide, claimants);
  const wanted = new Set(fks);
  return new Set([...others.values()].flatMap(claimsIn).filter((fk) => wanted.has(fk)));
};

const decideOthers = async <P>(fks: readonly Uuid[], known: ReadonlyMap<Uuid, Decided<P>>, decide: Decide<P>, claimants: Claimants) => {
  const possible = new Set([...fks, ...(await claimants(fks))]);
  const unknown = [...possible].filter((uuid) => !known.has(uuid));
  return unknown.length > 0 ? decide(unknown) : new Map<Uuid, Decided<P>>();
};

const yielding = <P>(object: Decided<P>, owners: ReadonlyMap<Uuid, Uuid>): Decided<P> => ({
  ...object,
  decisions: object.decisions.map((decision) => {
    if (decision.verdict !== 'upsert') return decision;
    const owner = owners.get(decision.fk);
    return owner === undefined || owner === object.mo ? decision : asDuplicate(decision, owner);
  }),
});
