import type { Dataset } from '../../dataset/dataset.ts';
import type { Census, Resident } from '../census.ts';
import type { MunicipalityPatch } from '../municipality-patch.ts';
import type { ExpectedTouches } from '../expected-touches.ts';
import type { Random } from '../random.ts';
import type { UnitRow } from '../row-types.ts';

/** One change of the scripted day. `title` is fit for a screen: it names units, never persons. */
export interface ScriptedChange {
  readonly title: string;
  readonly patch: MunicipalityPatch;
  readonly expected: ExpectedTouches;
}

/** What a change is made from. Everything a change takes is marked as used, so that no object of FK is touched twice in a day. */
export interface DayContext {
  readonly dataset: Dataset;
  readonly census: Census;
  readonly random: Random;
  readonly used: Set<string>;
}

/** Makes one change, or null when the municipality is too small to have anybody or anything for it. */
export type ChangeMaker = (day: DayContext) => ScriptedChange | null;

/** A random resident who fits and is in no other change; marked as used. */
export const takeResident = ({ census, random, used }: DayContext, fits: (resident: Resident) => boolean): Resident | null => {
  const candidates = [...census.residents.values()].filter((resident) => !used.has(resident.person.uuid) && fits(resident));
  if (candidates.length === 0) return null;
  const resident = random.pick(candidates);
  used.add(resident.person.uuid);
  return resident;
};

/** A random transferred unit, not the top unit, that fits and is in no other change; marked as used. */
export const takeUnit = ({ census, random, used }: DayContext, fits: (unit: UnitRow) => boolean): UnitRow | null => {
  const candidates = [...census.units.values()].filter((unit) => unit.uuid !== census.topUnit && !used.has(unit.uuid) && fits(unit));
  if (candidates.length === 0) return null;
  const unit = random.pick(candidates);
  used.add(unit.uuid);
  return unit;
};
