import type { Dataset } from '../dataset/dataset.ts';
import { classUuid } from './municipality-classes.ts';
import { IT_SYSTEMS } from './municipality-it-systems.ts';
import { municipalityMeta } from './municipality-meta.ts';
import type { UnitRow } from './row-types.ts';
import { stretchAt } from './stretches.ts';

/** The units of a generated municipality that `municipalitySettings` lets through on that day, as they are then. */
export const transferredUnits = (dataset: Dataset, today: string): Map<string, UnitRow> => {
  const { top_unit, filtered_units } = municipalityMeta(dataset);
  const current = new Map(dataset.org_units.flatMap((row) => stretchAt(row, today) ?? []).map((unit) => [unit.uuid, unit]));
  const withFkUuid = new Set(
    dataset.itusers
      .filter(({ org_unit }) => typeof org_unit === 'string')
      .flatMap((row) => stretchAt(row, today) ?? [])
      .flatMap(({ itsystem, org_unit }) => (itsystem === IT_SYSTEMS.fk ? [org_unit] : [])),
  );
  const filtered = new Set(filtered_units);
  const pathOf = (unit: UnitRow): UnitRow[] => {
    const parent = current.get(unit.parent ?? '');
    return unit.uuid === top_unit || parent === undefined ? [unit] : [unit, ...pathOf(parent)];
  };
  const isSent = (unit: UnitRow): boolean => {
    if (unit.uuid === top_unit) return true;
    const path = pathOf(unit);
    if (path.at(-1)?.uuid !== top_unit || path.some(({ uuid }) => filtered.has(uuid))) return false;
    if (withFkUuid.has(unit.uuid)) return true;
    return (
      unit.org_unit_hierarchy === classUuid('org_unit_hierarchy', 'linjeorg') &&
      unit.org_unit_level !== classUuid('org_unit_level', 'NYT') &&
      unit.unit_type !== classUuid('org_unit_type', 'Projekt')
    );
  };
  return new Map([...current].filter(([, unit]) => isSent(unit)));
};
