import type { CollectionFields } from '../../dataset/normalised.ts';
import { isOneOf } from '../select/condition.ts';
import type { Segment } from '../store/segment.ts';
import { type CollectionArguments, nestedPage } from './collection.ts';
import { objectResolvers } from './object-resolvers.ts';
import { childrenOf, childrenPageOf, listOf, objectOf, objectsPageOf, responseOf, uuidOf } from './references.ts';
import type { Resolvers } from './resolvers.ts';

type ItUser = CollectionFields['itusers'];

const firstEngagement = ({ engagements }: ItUser): string | null => engagements[0] ?? null;

export const itUserResolvers: Resolvers<Segment<ItUser>> = {
  ...objectResolvers<ItUser>('it'),
  external_id: ({ fields }) => fields.external_id,
  binding_type: ({ fields }) => fields.binding_type,
  itsystem_uuid: uuidOf<ItUser>(({ itsystem }) => itsystem),
  itsystem_response: responseOf<ItUser>('itsystems', ({ itsystem }) => itsystem),
  itsystem: objectOf<ItUser, 'itsystems'>('itsystems', ({ itsystem }) => itsystem, true),
  employee_uuid: uuidOf<ItUser>(({ person }) => person),
  person_response: responseOf<ItUser>('persons', ({ person }) => person),
  person: listOf<ItUser, 'persons'>('persons', ({ person }) => person, null),
  employee: listOf<ItUser, 'persons'>('persons', ({ person }) => person, null),
  org_unit_uuid: uuidOf<ItUser>(({ org_unit }) => org_unit),
  org_unit_response: responseOf<ItUser>('org_units', ({ org_unit }) => org_unit),
  org_unit: listOf<ItUser, 'org_units'>('org_units', ({ org_unit }) => org_unit, null),
  engagement_uuid: uuidOf<ItUser>(firstEngagement),
  engagement_uuids: ({ fields }) => fields.engagements,
  engagement_response: responseOf<ItUser>('engagements', firstEngagement),
  engagement: listOf<ItUser, 'engagements'>('engagements', firstEngagement, null),
  engagements_responses: objectsPageOf<ItUser, 'engagements'>('engagements', ({ engagements }) => engagements),
  engagements: ({ fields }, args: CollectionArguments<'engagements'>, context) =>
    nestedPage(context, 'engagements', args, isOneOf(context.store.tables.engagements, new Set(fields.engagements))).objects,
  addresses: childrenOf('addresses', 'ituser'),
  addresses_response: childrenPageOf('addresses', 'ituser'),
  primary_uuid: uuidOf<ItUser>(({ primary }) => primary),
  primary_response: responseOf<ItUser>('classes', ({ primary }) => primary),
  primary: objectOf<ItUser, 'classes'>('classes', ({ primary }) => primary),
};
