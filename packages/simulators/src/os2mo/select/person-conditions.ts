import type { CollectionFields } from '../../dataset/normalised.ts';
import { type Condition, isOneOf, isText } from './condition.ts';
import type { ItUserFilter, PersonFilter } from './filters.ts';
import type { Scope } from './scope.ts';
import { matchesQuery } from './text-query.ts';
import { segmentsIn, windowOf } from './window.ts';

type Fields = CollectionFields['persons'];

/** Persons who have such an account inside that filter's window. */
const ownersOf = (scope: Scope, filter: ItUserFilter): ReadonlySet<string> => {
  const window = windowOf(filter.from_date, filter.to_date, scope.now);
  const accounts = [...scope.uuids('itusers', filter)].flatMap((uuid) => scope.store.tables.itusers.get(uuid) ?? []);
  return new Set(accounts.flatMap((row) => segmentsIn(row, window).flatMap(({ fields }) => fields.person ?? [])));
};

/** The restrictions of a person filter. `ituser: null` selects persons without an account valid now. */
export const personConditions = (scope: Scope, filter: PersonFilter): Condition<Fields>[] => {
  const found: Condition<Fields>[] = [];
  if (filter.query)
    found.push(matchesQuery(filter.query, (fields: Fields) => [`${fields.given_name} ${fields.surname}`, fields.cpr_number]));
  if (filter.cpr_numbers) found.push(isText((fields) => fields.cpr_number, filter.cpr_numbers));
  if (filter.ituser === null) {
    const owners = ownersOf(scope, {});
    found.push({ test: (_, uuid) => !owners.has(uuid) });
  } else if (filter.ituser !== undefined) {
    found.push(isOneOf(scope.store.tables.persons, ownersOf(scope, filter.ituser)));
  }
  return found;
};
