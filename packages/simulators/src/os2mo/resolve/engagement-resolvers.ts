import type { CollectionFields } from '../../dataset/normalised.ts';
import { pointsTo } from '../select/condition.ts';
import { filterWindow } from '../select/select.ts';
import { instant, segmentsIn } from '../select/window.ts';
import type { Segment } from '../store/segment.ts';
import { type CollectionArguments, nestedPage } from './collection.ts';
import { managersOfUnit } from './managers-of-unit.ts';
import { objectResolvers } from './object-resolvers.ts';
import { childrenPageOf, listOf, objectOf, responseOf, uuidOf } from './references.ts';
import type { RequestContext } from './request-context.ts';
import type { Resolver, Resolvers } from './resolvers.ts';

type Engagement = CollectionFields['engagements'];

/** A primary class's scope from which an engagement counts as primary; 0 is not, 3000 is, 5000 is by decree (facts/os2mo.md §4.3). */
const PRIMARY_SCOPE = 3000;

const isPrimary = ({ primary }: Engagement, { store, now }: RequestContext): boolean => {
  const row = primary === null ? undefined : store.tables.classes.get(primary);
  const scope = row && segmentsIn(row, instant(now))[0]?.fields.scope;
  return Number(scope ?? 0) >= PRIMARY_SCOPE;
};

const extensions: Resolvers<Segment<Engagement>> = Object.fromEntries(
  Array.from({ length: 10 }, (_, index): [string, Resolver<Segment<Engagement>>] => [
    `extension_${index + 1}`,
    ({ fields }) => fields.extensions[index] ?? null,
  ]),
);

interface ManagerArguments {
  readonly filter?: CollectionArguments<'managers'>['filter'];
  readonly inherit?: boolean;
  readonly exclude_self?: boolean;
}

const managers: Resolver<Segment<Engagement>> = ({ fields }, { filter, inherit, exclude_self }: ManagerArguments, context) => {
  if (fields.org_unit === null) return [];
  const others = exclude_self && fields.person !== null ? { ...filter, exclude: { uuids: [fields.person] } } : filter;
  const window = filterWindow(context, filter);
  return managersOfUnit(context, fields.org_unit, others, inherit === true).flatMap((row) => segmentsIn(row, window));
};

export const engagementResolvers: Resolvers<Segment<Engagement>> = {
  ...objectResolvers<Engagement>('engagement'),
  ...extensions,
  is_primary: ({ fields }, _args, context) => isPrimary(fields, context),
  fraction: ({ fields }) => fields.fraction,
  employee_uuid: uuidOf<Engagement>(({ person }) => person),
  person_response: responseOf<Engagement>('persons', ({ person }) => person),
  person: listOf<Engagement, 'persons'>('persons', ({ person }) => person, []),
  employee: listOf<Engagement, 'persons'>('persons', ({ person }) => person, []),
  org_unit_uuid: uuidOf<Engagement>(({ org_unit }) => org_unit),
  org_unit_response: responseOf<Engagement>('org_units', ({ org_unit }) => org_unit),
  org_unit: listOf<Engagement, 'org_units'>('org_units', ({ org_unit }) => org_unit, []),
  job_function_uuid: uuidOf<Engagement>(({ job_function }) => job_function),
  job_function_response: responseOf<Engagement>('classes', ({ job_function }) => job_function),
  job_function: objectOf<Engagement, 'classes'>('classes', ({ job_function }) => job_function),
  engagement_type_uuid: uuidOf<Engagement>(({ engagement_type }) => engagement_type),
  engagement_type_response: responseOf<Engagement>('classes', ({ engagement_type }) => engagement_type),
  engagement_type: objectOf<Engagement, 'classes'>('classes', ({ engagement_type }) => engagement_type),
  primary_uuid: uuidOf<Engagement>(({ primary }) => primary),
  primary_response: responseOf<Engagement>('classes', ({ primary }) => primary),
  primary: objectOf<Engagement, 'classes'>('classes', ({ primary }) => primary),
  addresses_response: childrenPageOf('addresses', 'engagement'),
  itusers_response: childrenPageOf('itusers', 'engagements'),
  itusers: ({ uuid }, args: CollectionArguments<'itusers'>, context) =>
    nestedPage(context, 'itusers', args, pointsTo(context.store.tables.itusers, 'engagements', new Set([uuid]))).objects,
  managers,
};
