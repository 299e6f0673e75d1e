import { type Employment, employmentOf, engagementRow } from './employment.ts';
import { cprNumber } from './invented-number.ts';
import { personAccounts } from './person-accounts.ts';
import { personAddresses } from './person-addresses.ts';
import { personName } from './person-names.ts';
import { createRandom, type Random } from './random.ts';
import type { AccountRow, AddressRow, EngagementRow, PersonRow } from './row-types.ts';
import type { PlannedUnit } from './unit-plan.ts';

export interface Workforce {
  readonly persons: PersonRow[];
  readonly engagements: EngagementRow[];
  readonly accounts: AccountRow[];
  readonly addresses: AddressRow[];
  /** unit → its first people, candidates for manager: employed now, one user in FK Organisation. */
  readonly staff: Map<string, string[]>;
}

/** Most people work far down in the tree; who works in a unit that is left out is not sent at all. */
const WEIGHTS: readonly number[] = [1, 1, 2, 5, 8, 8];
const MANAGER_CANDIDATES = 3;

const workplaces = (units: readonly PlannedUnit[]): PlannedUnit[] =>
  units
    .filter(({ kind }) => kind !== 'ended' && kind !== 'future')
    .flatMap((unit) => Array.from({ length: unit.kind === 'line' ? (WEIGHTS[unit.depth] ?? 1) : 1 }, () => unit));

const ENGAGEMENTS: Readonly<Record<Employment, number>> = { one: 1, two: 2, twins: 2, future: 1, ended: 1, none: 0 };

/** Two engagements are never in one unit, else two users would look alike. */
const unitsFor = (employment: Employment, places: readonly PlannedUnit[], random: Random): PlannedUnit[] => {
  const chosen = new Set<PlannedUnit>();
  for (let attempt = 0; chosen.size < ENGAGEMENTS[employment] && attempt < 10; attempt += 1) chosen.add(random.pick(places));
  return [...chosen];
};

/** Everybody who works, worked or will work in those units, and some who never did. */
export const staffMunicipality = (
  units: readonly PlannedUnit[],
  { employees, seed, today }: { readonly employees: number; readonly seed: string | number; readonly today: string },
): Workforce => {
  const random = createRandom(`${seed}/persons`);
  const places = workplaces(units);
  const workforce: Workforce = { persons: [], engagements: [], accounts: [], addresses: [], staff: new Map() };
  for (let serial = 0; serial < employees; serial += 1) {
    const uuid = random.uuid();
    const name = personName(random);
    const employment = employmentOf(random);
    const workUnits = unitsFor(employment, places, random);
    const engagements = workUnits.map((unit, at) =>
      engagementRow(uuid, unit, { employment, number: serial * 2 + at, primary: at === 0, today }, random),
    );
    workforce.persons.push({
      uuid,
      user_key: `P${serial}`,
      ...name,
      ...(random.chance(0.995) ? { cpr_number: cprNumber(random, serial) } : {}),
    });
    workforce.engagements.push(...engagements);
    workforce.accounts.push(...personAccounts({ uuid, name, serial, employment, engagements }, today, random));
    workforce.addresses.push(...personAddresses(uuid, name, serial, random));
    const [first] = workUnits;
    if (employment !== 'one' || first === undefined) continue;
    const known = workforce.staff.get(first.uuid);
    if (known === undefined) workforce.staff.set(first.uuid, [uuid]);
    else if (known.length < MANAGER_CANDIDATES) known.push(uuid);
  }
  return workforce;
};
