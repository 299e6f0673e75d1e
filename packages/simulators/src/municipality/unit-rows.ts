import { addDays } from './add-days.ts';
import { BRANCHES } from './branches.ts';
import { classUuid } from './municipality-classes.ts';
import type { Random } from './random.ts';
import type { UnitRow } from './row-types.ts';
import type { PlannedUnit } from './unit-plan.ts';

const FOUNDED = '2007-01-01';
const LEVELS = ['NY0', 'NY1', 'NY2', 'NY3', 'NY4', 'NY5'] as const;

const typeOf = (unit: PlannedUnit): string => {
  if (unit.kind === 'project') return classUuid('org_unit_type', 'Projekt');
  if (unit.kind === 'payroll') return classUuid('org_unit_type', 'Loenenhed');
  if (unit.depth === 0) return classUuid('org_unit_type', 'Kommune');
  if (unit.depth === 1) return classUuid('org_unit_type', 'Forvaltning');
  if (unit.depth === 2) return classUuid('org_unit_type', 'Afdeling');
  if (unit.depth === 3) return classUuid('org_unit_type', BRANCHES[unit.branch].institutionType);
  return classUuid('org_unit_type', 'Team');
};

const levelOf = (unit: PlannedUnit): string =>
  unit.kind === 'technical' ? classUuid('org_unit_level', 'NYT') : classUuid('org_unit_level', LEVELS[unit.depth] ?? 'NY5');

const hierarchyOf = (unit: PlannedUnit): string => {
  if (unit.kind === 'safety') return classUuid('org_unit_hierarchy', 'sikkerhed');
  return classUuid('org_unit_hierarchy', unit.kind === 'payroll' ? 'loen' : 'linjeorg');
};

const spanOf = (unit: PlannedUnit, today: string): { from: string; to?: string } => {
  if (unit.kind === 'ended') return { from: FOUNDED, to: addDays(today, -30) };
  return { from: unit.kind === 'future' ? addDays(today, 20) : FOUNDED };
};

/** The unit as a dataset row. One in fifty ordinary units was renamed some years ago. */
export const unitRow = (unit: PlannedUnit, number: number, today: string, random: Random): UnitRow => {
  const row = {
    uuid: unit.uuid,
    user_key: `E${String(number).padStart(5, '0')}`,
    ...spanOf(unit, today),
    name: unit.name,
    parent: unit.parent?.uuid ?? null,
    unit_type: typeOf(unit),
    org_unit_level: levelOf(unit),
    org_unit_hierarchy: hierarchyOf(unit),
  };
  if (unit.kind !== 'line' || !random.chance(0.02)) return row;
  const { from, name, ...same } = row;
  return {
    ...same,
    validities: [
      { from, to: '2019-08-01', name: `${name} (før 2019)` },
      { from: '2019-08-01', name },
    ],
  };
};
