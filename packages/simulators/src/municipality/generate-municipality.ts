import { copenhagenDate } from '@os2bridge/model';
import { datasetSchema, type Dataset } from '../dataset/dataset.ts';
import { BRANCHES } from './branches.ts';
import { classRows } from './municipality-classes.ts';
import type { MunicipalityMeta } from './municipality-meta.ts';
import { itSystemRows } from './municipality-it-systems.ts';
import { createRandom } from './random.ts';
import { staffMunicipality } from './staff-municipality.ts';
import { unitAddresses } from './unit-addresses.ts';
import { unitAccounts, unitKles, unitManagers } from './unit-extras.ts';
import { planUnits } from './unit-plan.ts';
import { unitRow } from './unit-rows.ts';

export interface MunicipalityOptions {
  /** Units in all, also those that settings leave out; 1 or more. */
  readonly units: number;
  /** Persons in all, also those who have left or never came. */
  readonly employees: number;
  readonly seed: string | number;
  /** `YYYY-MM-DD`; what "has ended" and "begins soon" are counted from. Default: today in Copenhagen. */
  readonly today?: string;
}

const MUNICIPALITY = 'Æblevig Kommune';

const whole = (what: string, value: number, least: number): void => {
  if (!Number.isInteger(value) || value < least)
    throw new RangeError(`A municipality needs ${least} or more ${what}, as a whole number; this is ${value}.`);
};

/**
 * An invented municipality, the same each time for the same options. Nobody in it exists: names are made up, CPR numbers have day 00,
 * phone numbers a prefix that is not in use. `municipalitySettings` gives the settings that fit.
 * Throws RangeError for fewer than one unit or a negative number of employees.
 */
export const generateMunicipality = ({ units, employees, seed, today = copenhagenDate(new Date()) }: MunicipalityOptions): Dataset => {
  whole('units', units, 1);
  whole('employees', employees, 0);
  const planned = planUnits(units, MUNICIPALITY, createRandom(`${seed}/units`));
  const workforce = staffMunicipality(planned, { employees, seed, today });
  const jobNames = [...new Set(Object.values(BRANCHES).flatMap((branch) => branch.jobs))];
  const random = createRandom(`${seed}/unit-details`);
  const unitDetails = planned.map((unit, number) => ({
    row: unitRow(unit, number, today, random),
    addresses: unitAddresses(unit, number, random),
    accounts: unitAccounts(unit, number, random),
    kles: unitKles(unit, random),
    managers: unitManagers(unit, workforce.staff.get(unit.uuid) ?? [], random),
  }));
  const meta: MunicipalityMeta = {
    name: MUNICIPALITY,
    generated_for: today,
    top_unit: planned[0]?.uuid ?? '',
    filtered_units: planned.filter(({ kind, parent }) => kind === 'filtered' && parent?.kind !== 'filtered').map(({ uuid }) => uuid),
  };
  return {
    ...datasetSchema.parse({ meta }),
    classes: classRows(jobNames),
    itsystems: itSystemRows(),
    org_units: unitDetails.map(({ row }) => row),
    persons: workforce.persons,
    engagements: workforce.engagements,
    itusers: [...unitDetails.flatMap(({ accounts }) => accounts), ...workforce.accounts],
    addresses: [...unitDetails.flatMap(({ addresses }) => addresses), ...workforce.addresses],
    managers: unitDetails.flatMap(({ managers }) => managers),
    kles: unitDetails.flatMap(({ kles }) => kles),
  };
};
