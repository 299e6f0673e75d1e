import type { CollectionFields } from '../../dataset/normalised.ts';
import { pointsTo } from '../select/condition.ts';
import { filterWindow, selectRows } from '../select/select.ts';
import { segmentsIn } from '../select/window.ts';
import type { Segment } from '../store/segment.ts';
import type { Organisation } from '../store/store.ts';
import { type CollectionArguments, pagedUuids } from './collection.ts';
import { containerOf } from './container.ts';
import { managersOfUnit } from './managers-of-unit.ts';
import { objectResolvers } from './object-resolvers.ts';
import { childrenOf, childrenPageOf, listOf, objectOf, objectsOf, objectsPageOf, responseOf, uuidOf } from './references.ts';
import type { RequestContext } from './request-context.ts';
import type { Resolver, Resolvers } from './resolvers.ts';
import { ancestorsOf, rootOverAllTime, rootsOf } from './unit-tree.ts';

type Unit = CollectionFields['org_units'];
type Manager = CollectionFields['managers'];

/** The first version that does not show the organisation as the parent of a top unit (facts/os2mo.md §1.2). */
const TOP_UNIT_HAS_NO_PARENT = 28;

const parentUuid = ({ parent }: Unit, { version, store }: RequestContext): string | null =>
  parent ?? (version < TOP_UNIT_HAS_NO_PARENT ? store.organisation.uuid : null);

interface ManagerArguments extends CollectionArguments<'managers'> {
  readonly inherit?: boolean;
}

const managers: Resolver<Segment<Unit>> = ({ uuid }, { filter, inherit }: ManagerArguments, context) => {
  const window = filterWindow(context, filter);
  return managersOfUnit(context, uuid, filter, inherit === true).flatMap((row) => segmentsIn(row, window));
};

const managersPage: Resolver<Segment<Unit>> = ({ uuid }, args: ManagerArguments, context) => {
  const uuids = managersOfUnit(context, uuid, args.filter, args.inherit === true).map((row) => row.uuid);
  return pagedUuids(context, 'managers', uuids, filterWindow(context, args.filter), args);
};

const childCount: Resolver<Segment<Unit>> = ({ uuid }, { filter }: CollectionArguments<'org_units'>, context) =>
  selectRows(context, 'org_units', filter, [pointsTo(context.store.tables.org_units, 'parent', new Set([uuid]))]).length;

export const organisationResolvers: Resolvers<Organisation> = { type: () => 'organisation' };

export const unitResolvers: Resolvers<Segment<Unit>> = {
  ...objectResolvers<Unit>('org_unit'),
  name: ({ fields }) => fields.name,
  parent_uuid: ({ fields }, _args, context) => parentUuid(fields, context),
  parent_response: ({ fields }, _args, context) => {
    const parent = parentUuid(fields, context);
    return parent === null ? null : containerOf('org_units', parent);
  },
  parent: objectOf<Unit, 'org_units'>('org_units', ({ parent }) => parent),
  root: (unit, { filter }: CollectionArguments<'org_units'>, context) => rootsOf(unit, filter, context),
  root_response: (unit, _args, context) => containerOf('org_units', rootOverAllTime(unit, context)),
  ancestors: (unit, _args, context) => ancestorsOf(unit, context),
  children: childrenOf('org_units', 'parent'),
  children_response: childrenPageOf('org_units', 'parent'),
  child_count: childCount,
  has_children: (unit, args, context, info) => childCount(unit, args, context, info) !== 0,
  unit_type_uuid: uuidOf<Unit>(({ unit_type }) => unit_type),
  unit_type_response: responseOf<Unit>('classes', ({ unit_type }) => unit_type),
  unit_type: objectOf<Unit, 'classes'>('classes', ({ unit_type }) => unit_type),
  org_unit_level_uuid: uuidOf<Unit>(({ org_unit_level }) => org_unit_level),
  unit_level_response: responseOf<Unit>('classes', ({ org_unit_level }) => org_unit_level),
  org_unit_level: objectOf<Unit, 'classes'>('classes', ({ org_unit_level }) => org_unit_level),
  org_unit_hierarchy: uuidOf<Unit>(({ org_unit_hierarchy }) => org_unit_hierarchy),
  unit_hierarchy_response: responseOf<Unit>('classes', ({ org_unit_hierarchy }) => org_unit_hierarchy),
  org_unit_hierarchy_model: objectOf<Unit, 'classes'>('classes', ({ org_unit_hierarchy }) => org_unit_hierarchy),
  time_planning_uuid: uuidOf<Unit>(({ time_planning }) => time_planning),
  time_planning_response: responseOf<Unit>('classes', ({ time_planning }) => time_planning),
  time_planning: objectOf<Unit, 'classes'>('classes', ({ time_planning }) => time_planning),
  engagements: childrenOf('engagements', 'org_unit'),
  engagements_response: childrenPageOf('engagements', 'org_unit'),
  managers,
  managers_response: managersPage,
  addresses: childrenOf('addresses', 'org_unit'),
  addresses_response: childrenPageOf('addresses', 'org_unit'),
  itusers: childrenOf('itusers', 'org_unit'),
  itusers_response: childrenPageOf('itusers', 'org_unit'),
  kles: childrenOf('kles', 'org_unit'),
  kles_response: childrenPageOf('kles', 'org_unit'),
};

export const managerResolvers: Resolvers<Segment<Manager>> = {
  ...objectResolvers<Manager>('manager'),
  org_unit_uuid: uuidOf<Manager>(({ org_unit }) => org_unit),
  org_unit_response: responseOf<Manager>('org_units', ({ org_unit }) => org_unit),
  org_unit: listOf<Manager, 'org_units'>('org_units', ({ org_unit }) => org_unit, []),
  employee_uuid: uuidOf<Manager>(({ person }) => person),
  person_response: responseOf<Manager>('persons', ({ person }) => person),
  person: listOf<Manager, 'persons'>('persons', ({ person }) => person, null),
  employee: listOf<Manager, 'persons'>('persons', ({ person }) => person, null),
  manager_type_uuid: uuidOf<Manager>(({ manager_type }) => manager_type),
  manager_type_response: responseOf<Manager>('classes', ({ manager_type }) => manager_type),
  manager_type: objectOf<Manager, 'classes'>('classes', ({ manager_type }) => manager_type),
  manager_level_uuid: uuidOf<Manager>(({ manager_level }) => manager_level),
  manager_level_response: responseOf<Manager>('classes', ({ manager_level }) => manager_level),
  manager_level: objectOf<Manager, 'classes'>('classes', ({ manager_level }) => manager_level),
  responsibility_uuids: ({ fields }) => fields.responsibilities,
  responsibilities: objectsOf<Manager, 'classes'>('classes', ({ responsibilities }) => responsibilities),
  responsibilities_response: objectsPageOf<Manager, 'classes'>('classes', ({ responsibilities }) => responsibilities),
  engagement_response: responseOf<Manager>('engagements', ({ engagement }) => engagement),
};
