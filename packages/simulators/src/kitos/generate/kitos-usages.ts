import type { Random } from '../../municipality/random.ts';
import type { KitosDataset } from '../dataset/kitos-dataset.ts';
import { formatTicks, TICKS_PER_MS, type Ticks } from '../time/ticks.ts';
import type { KitosMeta } from './kitos-meta.ts';

type Usage = KitosDataset['usages'][number];

const TWO_YEARS_MS = 63_000_000_000;

/** Some instant of the two years before, to 100 ns. */
export const someTime = (before: Ticks, random: Random): string =>
  formatTicks(before - BigInt(random.int(1, TWO_YEARS_MS)) * TICKS_PER_MS - BigInt(random.int(0, 9_999)));

export interface UsagePlan {
  readonly meta: KitosMeta;
  readonly otherRole: string;
  readonly systems: readonly string[];
  readonly users: readonly string[];
  readonly before: Ticks;
}

/** How many holders: mostly one, now and then two or three, sometimes none. */
const holders = (users: readonly string[], random: Random): string[] => {
  const luck = random.next();
  if (luck < 0.06) return [];
  return random.sample(users, luck < 0.82 ? 1 : random.int(2, 3));
};

/** One usage for each system; one in 25 is no longer valid, every tenth has the same time as the one before. */
export const kitosUsages = ({ meta, otherRole, systems, users, before }: UsagePlan, random: Random): Usage[] => {
  let lastModified = someTime(before, random);
  return systems.map((system, at) => {
    if (at % 10 !== 9) lastModified = someTime(before, random);
    const roles = [meta.systemOwnerRole, meta.systemResponsibleRole, otherRole].flatMap((role) =>
      holders(users, random).map((user) => ({ user, role })),
    );
    const over = random.chance(1 / 25);
    return {
      uuid: random.uuid(),
      system,
      organisation: meta.organisation,
      lastModified,
      validFrom: random.chance(0.3) ? '2020-01-01' : null,
      validTo: over && random.chance(0.5) ? '2024-12-31' : null,
      lifeCycleStatus: over ? 'NotInUse' : 'Operational',
      mainContractActive: random.chance(0.5) ? true : null,
      roles,
    };
  });
};
