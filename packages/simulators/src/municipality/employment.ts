import { addDays } from './add-days.ts';
import { BRANCHES } from './branches.ts';
import { classUuid, jobFunctionUuid } from './municipality-classes.ts';
import type { Random } from './random.ts';
import type { EngagementRow } from './row-types.ts';
import type { PlannedUnit } from './unit-plan.ts';

/** How a person is tied to the municipality. `twins` = two engagements with accounts of their own: two users in FK Organisation. */
export type Employment = 'one' | 'two' | 'twins' | 'future' | 'ended' | 'none';

const SHARES: readonly (readonly [upTo: number, employment: Employment])[] = [
  [0.82, 'one'],
  [0.9, 'two'],
  [0.91, 'twins'],
  [0.94, 'future'],
  [0.975, 'ended'],
  [1, 'none'],
];

export const employmentOf = (random: Random): Employment => {
  const at = random.next();
  return SHARES.find(([upTo]) => at < upTo)?.[1] ?? 'one';
};

const EXTENSIONS = ['Tovholder for læringsmiljø', 'Souschef', 'Praktikvejleder', 'Tillidsrepræsentant & koordinator', '  '] as const;

interface EngagementSpan {
  readonly from: string;
  readonly to?: string;
}

const spanOf = (employment: Employment, today: string, random: Random): EngagementSpan => {
  const past = `${random.int(2005, Number(today.slice(0, 4)) - 2)}-${String(random.int(1, 12)).padStart(2, '0')}-01`;
  if (employment === 'future') return { from: addDays(today, random.int(1, 60)) };
  if (employment === 'ended') return { from: past, to: addDays(today, -random.int(1, 400)) };
  return random.chance(0.02) ? { from: past, to: addDays(today, random.int(10, 300)) } : { from: past };
};

/** One engagement. One in twenty has had another title before, one in twenty carries a title of its own in an extension field. */
export const engagementRow = (
  person: string,
  unit: PlannedUnit,
  { employment, number, primary, today }: { employment: Employment; number: number; primary: boolean; today: string },
  random: Random,
): EngagementRow => {
  const jobs = BRANCHES[unit.branch].jobs;
  const { from, to } = spanOf(employment, today, random);
  const row = {
    uuid: random.uuid(),
    user_key: String(100_000 + number),
    person,
    org_unit: unit.uuid,
    engagement_type: classUuid('engagement_type', random.chance(0.9) ? 'ansat' : 'timeloen'),
    primary: classUuid('primary_type', primary ? 'primary' : 'non-primary'),
    ...(random.chance(0.05) ? { extension_1: random.pick(EXTENSIONS) } : {}),
    ...(random.chance(0.01) ? { extension_3: random.pick(EXTENSIONS) } : {}),
  };
  const job_function = jobFunctionUuid(random.pick(jobs));
  const until = to === undefined ? {} : { to };
  const changed = addDays(from, 365);
  if (employment === 'future' || changed >= today || (to !== undefined && changed >= to) || !random.chance(0.05))
    return { ...row, from, ...until, job_function };
  return {
    ...row,
    validities: [
      { from, to: changed, job_function: jobFunctionUuid(random.pick(jobs)) },
      { from: changed, ...until, job_function },
    ],
  };
};
