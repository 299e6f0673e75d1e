import { copenhagenDate } from '@os2bridge/model';
import type { CollectionFields, CollectionName } from '../../dataset/normalised.ts';
import type { Row, Segment } from '../store/segment.ts';
import type { Store } from '../store/store.ts';
import { classConditions, facetConditions } from './classification-conditions.ts';
import { type Condition, isOneOf, isText } from './condition.ts';
import type { BaseFilter, Filters } from './filters.ts';
import { addressConditions, engagementConditions, itUserConditions, kleConditions, managerConditions } from './function-conditions.ts';
import { personConditions } from './person-conditions.ts';
import type { Scope } from './scope.ts';
import { unitConditions } from './unit-conditions.ts';
import { segmentsIn, type Window, windowOf } from './window.ts';

type Conditions = {
  readonly [Name in CollectionName]: (scope: Scope, filter: Filters[Name], window: Window) => Condition<CollectionFields[Name]>[];
};

const ownConditions: Conditions = {
  facets: facetConditions,
  classes: classConditions,
  itsystems: () => [],
  org_units: unitConditions,
  persons: personConditions,
  engagements: engagementConditions,
  itusers: itUserConditions,
  addresses: addressConditions,
  managers: managerConditions,
  kles: kleConditions,
};

/** The window of a filter. */
export const filterWindow = (scope: Scope, filter: BaseFilter | null | undefined): Window =>
  windowOf(filter?.from_date, filter?.to_date, scope.now);

const fulfils = <Fields>(segments: readonly Segment<Fields>[], conditions: readonly Condition<Fields>[]): boolean =>
  segments.length > 0 && conditions.every(({ test }) => segments.some((segment) => test(segment.fields, segment.uuid)));

/**
 * The objects of a collection that are active inside the filter's window and fulfil every restriction at some point of it (not
 * necessarily the same point), ascending uuid.
 * @param bound restrictions that a nested field adds to the filter
 */
export const selectRows = <Name extends CollectionName>(
  scope: Scope,
  name: Name,
  filter: Filters[Name] | null | undefined,
  bound: readonly Condition<CollectionFields[Name]>[] = [],
): readonly Row<CollectionFields[Name]>[] => {
  const table = scope.store.tables[name];
  const window = filterWindow(scope, filter);
  const conditions = [...bound];
  if (filter) {
    if (filter.uuids) conditions.push(isOneOf(table, new Set(filter.uuids)));
    if (filter.user_keys) conditions.push(isText((fields) => fields.user_key, filter.user_keys));
    conditions.push(...ownConditions[name](scope, filter, window));
  }
  const narrow = conditions.find(({ candidates }) => candidates !== undefined);
  const rows = narrow?.candidates?.() ?? table.sorted();
  const found = rows.filter((row) => fulfils(segmentsIn(row, window), conditions));
  return narrow === undefined ? found : found.toSorted((a, b) => (a.uuid < b.uuid ? -1 : 1));
};

/** Filter fields in which null is not "no restriction". */
const NULL_SPEAKS: ReadonlySet<string> = new Set(['from_date', 'to_date', 'parent', 'child', 'employee', 'ituser', 'external_ids']);

/** A nested filter of nothing but uuids is taken at its word: whether those objects are valid is not checked. */
const verbatim = (filter: BaseFilter): readonly string[] | null => {
  const said = Object.entries(filter).filter(([name, value]) => value !== undefined && (value !== null || NULL_SPEAKS.has(name)));
  return said.length === 1 && filter.uuids ? filter.uuids : null;
};

const memoKey = (scope: Scope, name: CollectionName, filter: BaseFilter): string =>
  `${name} v${scope.version} ${scope.today} ${JSON.stringify(filter)}`;

/** The uuids of `selectRows`, remembered until an object changes: every page of a walk asks the same. */
export const selectUuids = <Name extends CollectionName>(
  scope: Scope,
  name: Name,
  filter: Filters[Name] | null | undefined,
): readonly string[] =>
  scope.store.memo(memoKey(scope, name, filter ?? {}), () => selectRows(scope, name, filter).map(({ uuid }) => uuid)).uuids;

export const createScope = (store: Store, now: number, version: number): Scope => {
  const scope: Scope = {
    store,
    now,
    today: copenhagenDate(new Date(now)),
    version,
    uuids: (name, filter) => {
      const literal = verbatim(filter);
      if (literal !== null) return new Set(literal);
      return store.memo(memoKey(scope, name, filter), () => selectRows(scope, name, filter).map(({ uuid }) => uuid)).set();
    },
  };
  return scope;
};
