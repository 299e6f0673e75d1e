import type { Dataset } from '../dataset/dataset.ts';
import { type Resident, takeCensus } from './census.ts';
import { changeFrom } from './change-row.ts';
import type { MunicipalityPatch } from './municipality-patch.ts';
import { type ExpectedTouches, touches } from './expected-touches.ts';
import { phoneNumber } from './invented-number.ts';
import { classUuid } from './municipality-classes.ts';
import { createRandom, type Random } from './random.ts';
import type { AddressRow } from './row-types.ts';
import { sentMobile } from './sent-mobile.ts';

export interface PercentChanged {
  readonly patch: MunicipalityPatch;
  readonly expected: ExpectedTouches;
}

const otherNumber = (random: Random, before: string | null | undefined): string => {
  const number = phoneNumber(random);
  return number === before ? otherNumber(random, before) : number;
};

/**
 * A patch that gives `percent` (0–100) of the transferred persons another mobile number and of the transferred units another name,
 * rounded to whole ones, and how many objects of FK Organisation that touches. Of the dataset as it was made: for a second round use
 * another seed on the same dataset. Throws TypeError for a dataset that was not generated, RangeError for a percentage outside 0–100.
 */
export const percentChanged = (dataset: Dataset, percent: number, seed: string | number, today?: string): PercentChanged => {
  if (!(percent >= 0 && percent <= 100)) throw new RangeError(`A percentage is from 0 to 100; this is ${percent}.`);
  const census = takeCensus(dataset, today);
  const random = createRandom(`${seed}/percent`);
  const share = <T>(items: readonly T[]): T[] => random.sample(items, Math.round((items.length * percent) / 100));
  const rows = new Map(dataset.addresses.map((row) => [row.uuid, row]));
  const residents = share([...census.residents.values()]);
  const units = new Set(share([...census.units.keys()]));
  const withNewNumber = (resident: Resident): AddressRow => {
    const known = sentMobile(resident);
    const row = known === undefined ? undefined : rows.get(known.uuid);
    if (row !== undefined) return changeFrom(row, census.today, { value: otherNumber(random, known?.value) });
    const address_type = classUuid('employee_address_type', 'MobileEmployee');
    return { uuid: random.uuid(), from: census.today, address_type, value: phoneNumber(random), person: resident.person.uuid };
  };
  const suffix = `(${random.int(1000, 9999)})`;
  const renamed = dataset.org_units
    .filter(({ uuid }) => units.has(uuid))
    .map((row) => changeFrom(row, census.today, { name: `${census.units.get(row.uuid)?.name ?? ''} ${suffix}` }));
  return {
    patch: { upsert: { addresses: residents.map(withNewNumber), org_units: renamed }, remove: {} },
    expected: touches({ orgunits: renamed.length, users: residents.reduce((sum, { fkUsers }) => sum + fkUsers, 0) }),
  };
};
