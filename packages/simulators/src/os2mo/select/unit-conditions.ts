import type { CollectionFields } from '../../dataset/normalised.ts';
import { type Condition, isOneOf, isText, pointsTo } from './condition.ts';
import type { EngagementFilter, UnitFilter } from './filters.ts';
import type { Scope } from './scope.ts';
import { matchesQuery } from './text-query.ts';
import { unitsAbove, unitsBelow } from './tree.ts';
import { segmentsIn, type Window, windowOf } from './window.ts';

type Fields = CollectionFields['org_units'];

const parentsOf = (scope: Scope, children: ReadonlySet<string> | null, window: Window): ReadonlySet<string> => {
  const parents = new Set<string>();
  for (const row of scope.store.tables.org_units.sorted()) {
    if (children !== null && !children.has(row.uuid)) continue;
    for (const { fields } of segmentsIn(row, window)) if (fields.parent !== null) parents.add(fields.parent);
  }
  return parents;
};

/** Units that have such an engagement inside that filter's window. */
const withEngagement = (scope: Scope, filter: EngagementFilter): ReadonlySet<string> => {
  const window = windowOf(filter.from_date, filter.to_date, scope.now);
  const engagements = [...scope.uuids('engagements', filter)].flatMap((uuid) => scope.store.tables.engagements.get(uuid) ?? []);
  return new Set(engagements.flatMap((row) => segmentsIn(row, window).flatMap(({ fields }) => fields.org_unit ?? [])));
};

/** The restrictions of a unit filter. `window` is the filter's own: parent links are walked inside it. */
export const unitConditions = (scope: Scope, filter: UnitFilter, window: Window): Condition<Fields>[] => {
  const table = scope.store.tables.org_units;
  const found: Condition<Fields>[] = [];
  const parent = (uuids: ReadonlySet<string>): Condition<Fields> => pointsTo(table, 'parent', uuids);
  const hierarchy = (uuids: ReadonlySet<string>): Condition<Fields> => pointsTo(table, 'org_unit_hierarchy', uuids);

  if (filter.names) found.push(isText((fields) => fields.name, filter.names));
  if (filter.query) found.push(matchesQuery(filter.query, (fields: Fields) => [fields.name, fields.user_key]));
  if (filter.parents) found.push(parent(new Set(filter.parents)));
  if (filter.parent === null) found.push({ test: (fields) => fields.parent === null });
  else if (filter.parent !== undefined) found.push(parent(scope.uuids('org_units', filter.parent)));
  if (filter.child === null) {
    const parents = parentsOf(scope, null, window);
    found.push({ test: (_, uuid) => !parents.has(uuid) });
  } else if (filter.child !== undefined) found.push(isOneOf(table, parentsOf(scope, scope.uuids('org_units', filter.child), window)));
  if (filter.hierarchies) found.push(hierarchy(new Set(filter.hierarchies)));
  if (filter.hierarchy) found.push(hierarchy(scope.uuids('classes', filter.hierarchy)));
  if (filter.ancestor) found.push(isOneOf(table, unitsBelow(table, scope.uuids('org_units', filter.ancestor), window)));
  for (const below of [filter.descendant, filter.subtree])
    if (below) found.push(isOneOf(table, unitsAbove(table, scope.uuids('org_units', below), window)));
  if (filter.engagement) found.push(isOneOf(table, withEngagement(scope, filter.engagement)));
  return found;
};
