import { GraphQLError } from 'graphql';
import type { CollectionFields } from '../../dataset/normalised.ts';
import type { UnitFilter } from '../select/filters.ts';
import type { Scope } from '../select/scope.ts';
import { filterWindow, selectRows } from '../select/select.ts';
import { unitsAbove } from '../select/tree.ts';
import { isOneOf } from '../select/condition.ts';
import { ALL_TIME, instant, segmentsIn } from '../select/window.ts';
import type { Segment } from '../store/segment.ts';

type UnitSegment = Segment<CollectionFields['org_units']>;

/** The units above one, nearest first, as they are now; one parent look-up per level. */
export const ancestorsOf = (unit: UnitSegment, scope: Scope): readonly UnitSegment[] => {
  const path: UnitSegment[] = [];
  const seen = new Set([unit.uuid]);
  let parent = unit.fields.parent;
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    const row = scope.store.tables.org_units.get(parent);
    const segment = row && segmentsIn(row, instant(scope.now))[0];
    if (segment === undefined) break;
    path.push(segment);
    parent = segment.fields.parent;
  }
  return path;
};

/** `root`: the units without a parent above one, inside the filter's window. */
export const rootsOf = (unit: UnitSegment, filter: UnitFilter | null | undefined, scope: Scope): readonly UnitSegment[] => {
  const window = filterWindow(scope, filter);
  const units = scope.store.tables.org_units;
  const above = isOneOf(units, unitsAbove(units, [unit.uuid], window));
  return selectRows(scope, 'org_units', { ...filter, parent: null }, [above]).flatMap((row) => segmentsIn(row, window));
};

/** The uuid behind `root_response`, which looks at all time: a unit that ever lay under two roots is an error there. */
export const rootOverAllTime = (unit: UnitSegment, scope: Scope): string => {
  const units = scope.store.tables.org_units;
  const roots = [...unitsAbove(units, [unit.uuid], ALL_TIME)].filter((uuid) =>
    units.get(uuid)?.segments.some(({ fields }) => fields.parent === null),
  );
  const [root] = roots;
  if (root === undefined || roots.length > 1) throw new GraphQLError('Expected exactly one item in iterable');
  return root;
};
