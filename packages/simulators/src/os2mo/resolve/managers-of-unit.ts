import type { CollectionFields } from '../../dataset/normalised.ts';
import { pointsTo } from '../select/condition.ts';
import type { ManagerFilter } from '../select/filters.ts';
import type { Scope } from '../select/scope.ts';
import { selectRows } from '../select/select.ts';
import { instant, segmentsIn } from '../select/window.ts';
import type { Row } from '../store/segment.ts';

/**
 * The managers of a unit; with `inherit`, of the nearest unit upwards that has one. A vacant manager is a manager: the walk stops there.
 * @param path units already walked, so that a circle of parents ends
 */
export const managersOfUnit = (
  scope: Scope,
  unit: string,
  filter: ManagerFilter | null | undefined,
  inherit: boolean,
  path: ReadonlySet<string> = new Set(),
): readonly Row<CollectionFields['managers']>[] => {
  const { managers, org_units } = scope.store.tables;
  const found = selectRows(scope, 'managers', filter, [pointsTo(managers, 'org_unit', new Set([unit]))]);
  if (found.length > 0 || !inherit || path.has(unit)) return found;
  const row = org_units.get(unit);
  const parent = row && segmentsIn(row, instant(scope.now))[0]?.fields.parent;
  return parent ? managersOfUnit(scope, parent, filter, inherit, new Set([...path, unit])) : [];
};
