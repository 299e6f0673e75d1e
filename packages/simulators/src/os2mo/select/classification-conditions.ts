import type { CollectionFields } from '../../dataset/normalised.ts';
import { type Condition, isText, pointsTo } from './condition.ts';
import type { ClassFilter, FacetFilter } from './filters.ts';
import type { Scope } from './scope.ts';

type FacetFields = CollectionFields['facets'];
type ClassFields = CollectionFields['classes'];

/** The restrictions of a facet filter. */
export const facetConditions = (scope: Scope, filter: FacetFilter): Condition<FacetFields>[] => {
  const parent = (uuids: ReadonlySet<string>): Condition<FacetFields> => pointsTo(scope.store.tables.facets, 'parent', uuids);
  const found: Condition<FacetFields>[] = [];
  if (filter.parents) found.push(parent(new Set(filter.parents)));
  if (filter.parent_user_keys) found.push(parent(scope.uuids('facets', { user_keys: filter.parent_user_keys })));
  if (filter.parent) found.push(parent(scope.uuids('facets', filter.parent)));
  return found;
};

/** The restrictions of a class filter. */
export const classConditions = (scope: Scope, filter: ClassFilter): Condition<ClassFields>[] => {
  const table = scope.store.tables.classes;
  const facet = (uuids: ReadonlySet<string>): Condition<ClassFields> => pointsTo(table, 'facet', uuids);
  const parent = (uuids: ReadonlySet<string>): Condition<ClassFields> => pointsTo(table, 'parent', uuids);
  const found: Condition<ClassFields>[] = [];
  if (filter.name) found.push(isText((fields) => fields.name, filter.name));
  if (filter.scope) found.push(isText((fields) => fields.scope, filter.scope));
  if (filter.facets) found.push(facet(new Set(filter.facets)));
  if (filter.facet_user_keys) found.push(facet(scope.uuids('facets', { user_keys: filter.facet_user_keys })));
  if (filter.facet) found.push(facet(scope.uuids('facets', filter.facet)));
  if (filter.parents) found.push(parent(new Set(filter.parents)));
  if (filter.parent_user_keys) found.push(parent(scope.uuids('classes', { user_keys: filter.parent_user_keys })));
  if (filter.parent) found.push(parent(scope.uuids('classes', filter.parent)));
  if (filter.it_system) found.push(pointsTo(table, 'it_system', scope.uuids('itsystems', filter.it_system)));
  return found;
};
