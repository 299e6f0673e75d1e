import type { Uuid } from '@os2bridge/model';
import type { MappingContext } from '../context.ts';
import { systemRanks } from '../systems/system-ranks.ts';

/** What is the same for every decision of a context: rank 0 is the most preferred. */
export interface Prepared {
  readonly uuidSystems: ReadonlyMap<Uuid, number>;
  readonly userKeySystems: ReadonlyMap<Uuid, number>;
  readonly emailClasses: ReadonlyMap<Uuid, number> | null;
  readonly phoneClasses: ReadonlyMap<Uuid, number> | null;
  readonly landlineClasses: ReadonlyMap<Uuid, number>;
  readonly locationTitles: ReadonlyMap<string, number>;
}

const prepared = new WeakMap<MappingContext, Prepared>();

/** Precomputes once per context: `decideEmployee` runs 10,000 times a run and must not scan lists of systems each time. */
export const prepare = (context: MappingContext): Prepared => {
  const known = prepared.get(context);
  if (known) return known;
  const { rules, itSystems } = context;
  const fresh: Prepared = {
    uuidSystems: systemRanks(rules.uuidSystems, itSystems.values()),
    userKeySystems: systemRanks(rules.userKeySystems, itSystems.values()),
    emailClasses: rules.emailClasses && ranks(rules.emailClasses),
    phoneClasses: rules.phoneClasses && ranks(rules.phoneClasses),
    landlineClasses: ranks(rules.landlineClasses ?? []),
    locationTitles: ranks(rules.engagementAddressTitles.map((title) => title.trim())),
  };
  prepared.set(context, fresh);
  return fresh;
};

/** Place of each item in the list; of items named twice the first place counts. */
const ranks = <T>(items: readonly T[]): Map<T, number> => {
  const places = new Map<T, number>();
  items.forEach((item, place) => {
    if (!places.has(item)) places.set(item, place);
  });
  return places;
};
