import type { Table } from '../store/table.ts';
import { type Condition, pointsTo } from './condition.ts';
import type { PersonFilter, UnitFilter } from './filters.ts';
import type { Scope } from './scope.ts';

interface UnitFields {
  readonly org_unit: string | null;
}

interface PersonFields {
  readonly person: string | null;
}

interface OfUnit {
  readonly org_unit?: UnitFilter | null;
  readonly org_units?: readonly string[] | null | undefined;
}

interface OfPerson {
  readonly employee?: PersonFilter | null;
  readonly employees?: readonly string[] | null | undefined;
}

/** `org_unit` and `org_units` of any filter. */
export const unitOwnerConditions = <Fields extends UnitFields>(scope: Scope, table: Table<Fields>, filter: OfUnit): Condition<Fields>[] => {
  const found: Condition<Fields>[] = [];
  const owner = (uuids: ReadonlySet<string>): Condition<Fields> => pointsTo(table, 'org_unit', uuids);
  if (filter.org_units) found.push(owner(new Set(filter.org_units)));
  if (filter.org_unit) found.push(owner(scope.uuids('org_units', filter.org_unit)));
  return found;
};

/** `employee` and `employees` of any filter; what `employee: null` means is the collection's business. */
export const personOwnerConditions = <Fields extends PersonFields>(
  scope: Scope,
  table: Table<Fields>,
  filter: OfPerson,
): Condition<Fields>[] => {
  const found: Condition<Fields>[] = [];
  const owner = (uuids: ReadonlySet<string>): Condition<Fields> => pointsTo(table, 'person', uuids);
  if (filter.employees) found.push(owner(new Set(filter.employees)));
  if (filter.employee) found.push(owner(scope.uuids('persons', filter.employee)));
  return found;
};
