import type { CollectionFields } from '../../dataset/normalised.ts';
import { type Condition, isOneOf, isText, pointsTo } from './condition.ts';
import type { AddressFilter, EngagementFilter, ItUserFilter, KleFilter, ManagerFilter } from './filters.ts';
import { personOwnerConditions, unitOwnerConditions } from './owner-conditions.ts';
import type { Scope } from './scope.ts';

/** First versions in which a null says something (facts/os2mo.md §1.2). */
const NULL_MEANS_WITHOUT_EXTERNAL_ID = 30;
const NULL_MEANS_VACANT = 25;

/** The restrictions of an engagement filter. */
export const engagementConditions = (scope: Scope, filter: EngagementFilter): Condition<CollectionFields['engagements']>[] => {
  const table = scope.store.tables.engagements;
  const found = [...personOwnerConditions(scope, table, filter), ...unitOwnerConditions(scope, table, filter)];
  if (filter.job_function) found.push(pointsTo(table, 'job_function', scope.uuids('classes', filter.job_function)));
  if (filter.engagement_type) found.push(pointsTo(table, 'engagement_type', scope.uuids('classes', filter.engagement_type)));
  if (filter.ituser) {
    const accounts = [...scope.uuids('itusers', filter.ituser)].flatMap((uuid) => scope.store.tables.itusers.get(uuid)?.segments ?? []);
    found.push(isOneOf(table, new Set(accounts.flatMap(({ fields }) => fields.engagements))));
  }
  return found;
};

/** The restrictions of an account filter. */
export const itUserConditions = (scope: Scope, filter: ItUserFilter): Condition<CollectionFields['itusers']>[] => {
  const table = scope.store.tables.itusers;
  const found = [...personOwnerConditions(scope, table, filter), ...unitOwnerConditions(scope, table, filter)];
  const system = (uuids: ReadonlySet<string>): Condition<CollectionFields['itusers']> => pointsTo(table, 'itsystem', uuids);
  if (filter.itsystem_uuids) found.push(system(new Set(filter.itsystem_uuids)));
  if (filter.itsystem) found.push(system(scope.uuids('itsystems', filter.itsystem)));
  if (filter.engagement) found.push(pointsTo(table, 'engagements', scope.uuids('engagements', filter.engagement)));
  if (filter.external_ids) found.push(isText((fields) => fields.external_id, filter.external_ids));
  else if (filter.external_ids === null && scope.version >= NULL_MEANS_WITHOUT_EXTERNAL_ID)
    found.push({ test: (fields) => fields.external_id === null });
  if (filter.binding_types) found.push(isText((fields) => fields.binding_type, filter.binding_types));
  if (filter.primary) found.push(pointsTo(table, 'primary', scope.uuids('classes', filter.primary)));
  return found;
};

/** The restrictions of an address filter. */
export const addressConditions = (scope: Scope, filter: AddressFilter): Condition<CollectionFields['addresses']>[] => {
  const table = scope.store.tables.addresses;
  const found = [...personOwnerConditions(scope, table, filter), ...unitOwnerConditions(scope, table, filter)];
  const type = (uuids: ReadonlySet<string>): Condition<CollectionFields['addresses']> => pointsTo(table, 'address_type', uuids);
  const engagement = (uuids: ReadonlySet<string>): Condition<CollectionFields['addresses']> => pointsTo(table, 'engagement', uuids);
  if (filter.address_types) found.push(type(new Set(filter.address_types)));
  if (filter.address_type_user_keys) found.push(type(scope.uuids('classes', { user_keys: filter.address_type_user_keys })));
  if (filter.address_type) found.push(type(scope.uuids('classes', filter.address_type)));
  if (filter.engagements) found.push(engagement(new Set(filter.engagements)));
  if (filter.engagement) found.push(engagement(scope.uuids('engagements', filter.engagement)));
  if (filter.ituser) found.push(pointsTo(table, 'ituser', scope.uuids('itusers', filter.ituser)));
  if (filter.visibility) found.push(pointsTo(table, 'visibility', scope.uuids('classes', filter.visibility)));
  return found;
};

/** The restrictions of a manager filter. */
export const managerConditions = (scope: Scope, filter: ManagerFilter): Condition<CollectionFields['managers']>[] => {
  const table = scope.store.tables.managers;
  const found = [...personOwnerConditions(scope, table, filter), ...unitOwnerConditions(scope, table, filter)];
  if (filter.employee === null && scope.version >= NULL_MEANS_VACANT) found.push({ test: (fields) => fields.person === null });
  if (filter.engagement) found.push(pointsTo(table, 'engagement', scope.uuids('engagements', filter.engagement)));
  if (filter.responsibility) found.push(pointsTo(table, 'responsibilities', scope.uuids('classes', filter.responsibility)));
  if (filter.manager_type) found.push(pointsTo(table, 'manager_type', scope.uuids('classes', filter.manager_type)));
  if (filter.exclude) {
    const excluded = scope.uuids('persons', filter.exclude);
    found.push({ test: (fields) => fields.person === null || !excluded.has(fields.person) });
  }
  return found;
};

/** The restrictions of a KLE filter. */
export const kleConditions = (scope: Scope, filter: KleFilter): Condition<CollectionFields['kles']>[] =>
  unitOwnerConditions(scope, scope.store.tables.kles, filter);
