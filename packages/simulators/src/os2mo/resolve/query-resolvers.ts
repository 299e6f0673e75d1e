import { filterWindow } from '../select/select.ts';
import { type CollectionArguments, collection, pagedUuids } from './collection.ts';
import { managersOfUnit } from './managers-of-unit.ts';
import type { RequestContext } from './request-context.ts';
import type { Resolver, Resolvers } from './resolvers.ts';

interface ManagerArguments extends CollectionArguments<'managers'> {
  readonly inherit?: boolean;
}

/** `managers(inherit: true)` answers, for the units its filter names, the managers they have or inherit. */
const managers: Resolver<unknown> = (_root, args: ManagerArguments, context: RequestContext) => {
  const { filter, inherit } = args;
  if (inherit !== true || !filter?.org_unit) return collection(context, 'managers', args);
  const { org_unit, ...rest } = filter;
  const units = context.uuids('org_units', org_unit);
  const uuids = new Set([...units].flatMap((unit) => managersOfUnit(context, unit, rest, true).map(({ uuid }) => uuid)));
  return pagedUuids(context, 'managers', [...uuids].toSorted(), filterWindow(context, filter), args);
};

const persons: Resolver<unknown> = (_root, args: CollectionArguments<'persons'>, context) => collection(context, 'persons', args);

export const queryResolvers: Resolvers<unknown> = {
  addresses: (_root, args: CollectionArguments<'addresses'>, context) => collection(context, 'addresses', args),
  classes: (_root, args: CollectionArguments<'classes'>, context) => collection(context, 'classes', args),
  employees: persons,
  persons,
  engagements: (_root, args: CollectionArguments<'engagements'>, context) => collection(context, 'engagements', args),
  facets: (_root, args: CollectionArguments<'facets'>, context) => collection(context, 'facets', args),
  itsystems: (_root, args: CollectionArguments<'itsystems'>, context) => collection(context, 'itsystems', args),
  itusers: (_root, args: CollectionArguments<'itusers'>, context) => collection(context, 'itusers', args),
  kles: (_root, args: CollectionArguments<'kles'>, context) => collection(context, 'kles', args),
  managers,
  org_units: (_root, args: CollectionArguments<'org_units'>, context) => collection(context, 'org_units', args),
  org: (_root, _args, { store }) => store.organisation,
  version: (_root, _args, { store }) => ({ ...store.version, lora_version: store.version.mo_version }),
};
