import type { CollectionFields } from '../../dataset/normalised.ts';
import { pointsTo } from '../select/condition.ts';
import type { Segment } from '../store/segment.ts';
import { type CollectionArguments, nestedPage } from './collection.ts';
import { objectResolvers } from './object-resolvers.ts';
import { childrenOf, childrenPageOf, objectOf, responseOf, uuidOf } from './references.ts';
import type { Resolvers } from './resolvers.ts';

type Facet = CollectionFields['facets'];
type Class = CollectionFields['classes'];
type ItSystem = CollectionFields['itsystems'];

export const facetResolvers: Resolvers<Segment<Facet>> = {
  ...objectResolvers<Facet>('facet'),
  published: ({ fields }) => fields.published,
  description: ({ fields }) => fields.description,
  org_uuid: (_source, _args, { store }) => store.organisation.uuid,
  parent_uuid: uuidOf<Facet>(({ parent }) => parent),
  parent_response: responseOf<Facet>('facets', ({ parent }) => parent),
  parent: objectOf<Facet, 'facets'>('facets', ({ parent }) => parent),
  children: childrenOf('facets', 'parent'),
  children_response: childrenPageOf('facets', 'parent'),
  classes: childrenOf('classes', 'facet'),
  classes_responses: childrenPageOf('classes', 'facet'),
};

export const classResolvers: Resolvers<Segment<Class>> = {
  ...objectResolvers<Class>('class'),
  name: ({ fields }) => fields.name,
  full_name: ({ fields }) => fields.name,
  scope: ({ fields }) => fields.scope,
  published: ({ fields }) => fields.published,
  description: ({ fields }) => fields.description,
  example: ({ fields }) => fields.example,
  org_uuid: (_source, _args, { store }) => store.organisation.uuid,
  owner: uuidOf<Class>(({ owner }) => owner),
  owner_response: responseOf<Class>('org_units', ({ owner }) => owner),
  facet_uuid: ({ fields }) => fields.facet,
  facet_response: responseOf<Class>('facets', ({ facet }) => facet),
  facet: objectOf<Class, 'facets'>('facets', ({ facet }) => facet, true),
  top_level_facet: objectOf<Class, 'facets'>('facets', ({ facet }) => facet, true),
  parent_uuid: uuidOf<Class>(({ parent }) => parent),
  parent_response: responseOf<Class>('classes', ({ parent }) => parent),
  parent: objectOf<Class, 'classes'>('classes', ({ parent }) => parent),
  children: childrenOf('classes', 'parent'),
  children_response: childrenPageOf('classes', 'parent'),
  it_system_uuid: uuidOf<Class>(({ it_system }) => it_system),
  it_system_response: responseOf<Class>('itsystems', ({ it_system }) => it_system),
  it_system: objectOf<Class, 'itsystems'>('itsystems', ({ it_system }) => it_system),
};

export const itSystemResolvers: Resolvers<Segment<ItSystem>> = {
  ...objectResolvers<ItSystem>('itsystem'),
  name: ({ fields }) => fields.name,
  system_type: ({ fields }) => fields.system_type,
  roles_response: childrenPageOf('classes', 'it_system'),
  roles: ({ uuid }, args: CollectionArguments<'classes'>, context) =>
    nestedPage(context, 'classes', args, pointsTo(context.store.tables.classes, 'it_system', new Set([uuid]))).objects,
};
