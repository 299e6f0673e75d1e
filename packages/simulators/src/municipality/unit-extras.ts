import { CLASS_CATALOGUE } from './class-catalogue.ts';
import { classUuid } from './municipality-classes.ts';
import { IT_SYSTEMS } from './municipality-it-systems.ts';
import type { Random } from './random.ts';
import type { AccountRow, KleRow, ManagerRow } from './row-types.ts';
import type { PlannedUnit } from './unit-plan.ts';

const SINCE = '2016-01-01';

/** It accounts of a unit: one in twenty has its own FK uuid, one in five uses an it system that FK Organisation is told of. */
export const unitAccounts = (unit: PlannedUnit, number: number, random: Random): AccountRow[] => {
  const account = (itsystem: string, user_key: string): AccountRow => ({
    uuid: random.uuid(),
    from: SINCE,
    itsystem,
    user_key,
    org_unit: unit.uuid,
  });
  const accounts: AccountRow[] = [];
  // The first project group has an FK uuid and is therefore transferred although its type is ignored (sync-rules §1.1, row 4).
  const chosen = unit.kind === 'project' && unit.name === 'Projekt 1';
  if (chosen || (unit.kind === 'line' && unit.depth > 0 && random.chance(0.05))) accounts.push(account(IT_SYSTEMS.fk, random.uuid()));
  if (random.chance(0.2)) accounts.push(account(IT_SYSTEMS.cases, `SAG-${number}`));
  if (random.chance(0.05)) accounts.push(account(IT_SYSTEMS.booking, `LOK-${number}`));
  return accounts;
};

const level = (depth: number): string => classUuid('manager_level', depth < 2 ? 'niv1' : depth < 4 ? 'niv2' : 'niv3');

/** The managers of a unit: most have one of the unit's own people, a few are vacant, a few have two. */
export const unitManagers = (unit: PlannedUnit, staff: readonly string[], random: Random): ManagerRow[] => {
  if (!random.chance(0.85)) return [];
  const post = (person: string | null, type: 'leder' | 'souschef'): ManagerRow => ({
    uuid: random.uuid(),
    from: SINCE,
    org_unit: unit.uuid,
    person,
    manager_type: classUuid('manager_type', type),
    manager_level: level(unit.depth),
    responsibilities: [classUuid('responsibility', 'personale')],
  });
  const [first, second] = staff;
  if (first === undefined || random.chance(0.05)) return [post(null, 'leder')];
  return second !== undefined && random.chance(0.03) ? [post(first, 'leder'), post(second, 'souschef')] : [post(first, 'leder')];
};

const KLE_NUMBERS = CLASS_CATALOGUE.kle_number.map(([key]) => key);
const KLE_ASPECTS = CLASS_CATALOGUE.kle_aspect.map(([key]) => key);

/** KLE relations: three units in ten have one to three, each with at least one aspect (OS2MO refuses none). */
export const unitKles = (unit: PlannedUnit, random: Random): KleRow[] => {
  if (!random.chance(0.3)) return [];
  return random.sample(KLE_NUMBERS, random.int(1, 3)).map((key) => ({
    uuid: random.uuid(),
    from: SINCE,
    org_unit: unit.uuid,
    kle_number: classUuid('kle_number', key),
    kle_aspects: random.sample(KLE_ASPECTS, random.int(1, 3)).map((aspect) => classUuid('kle_aspect', aspect)),
  }));
};
