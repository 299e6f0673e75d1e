import { GraphQLError } from 'graphql';
import type { CollectionFields } from '../../dataset/normalised.ts';
import type { Segment } from '../store/segment.ts';
import { darEntryOf, darMapLink, darName } from './dar.ts';
import { objectResolvers } from './object-resolvers.ts';
import { listOf, objectOf, responseOf, uuidOf } from './references.ts';
import type { RequestContext } from './request-context.ts';
import type { ResolvedAddress } from './resolved-address-resolvers.ts';
import type { Resolvers } from './resolvers.ts';

type Address = CollectionFields['addresses'];

/** The scope of the address's type. MO reads it over all the type's time, and gives up when there is none or more than one. */
const scopeOf = ({ address_type }: Address, { store }: RequestContext): string => {
  const segments = address_type === null ? undefined : store.tables.classes.get(address_type)?.segments;
  const first = segments?.[0]?.fields.scope;
  if (first === undefined || first === null || segments?.some(({ fields }) => fields.scope !== first))
    throw new GraphQLError('Unable to determine the scope of the address type');
  return first;
};

const nameOf = (address: Address, context: RequestContext): string => {
  const scope = scopeOf(address, context);
  if (scope === 'DAR') return darName(address.value, address.name, context);
  const second = scope === 'MULTIFIELD_TEXT' ? (address.value2?.trim() ?? '') : '';
  return second === '' ? address.value : `${address.value} :: ${address.value2}`;
};

const hrefOf = (address: Address, context: RequestContext): string | null => {
  switch (scopeOf(address, context)) {
    case 'EMAIL':
      return `mailto:${address.value}`;
    case 'PHONE':
      return `tel:${address.value}`;
    case 'DAR':
      return darMapLink(darEntryOf(address.value, context));
    default:
      return null;
  }
};

const resolvedOf = (address: Address, context: RequestContext): ResolvedAddress => {
  const scope = scopeOf(address, context);
  const typename = scope === 'DAR' ? 'DARAddress' : scope === 'MULTIFIELD_TEXT' ? 'MultifieldAddress' : 'DefaultAddress';
  return { __typename: typename, value: address.value, value2: address.value2 };
};

export const addressResolvers: Resolvers<Segment<Address>> = {
  ...objectResolvers<Address>('address'),
  value: ({ fields }, _args, context) => {
    scopeOf(fields, context);
    return fields.value;
  },
  value2: ({ fields }) => fields.value2,
  name: ({ fields }, _args, context) => nameOf(fields, context),
  href: ({ fields }, _args, context) => hrefOf(fields, context),
  resolve: ({ fields }, _args, context) => resolvedOf(fields, context),
  address_type_uuid: uuidOf<Address>(({ address_type }) => address_type),
  address_type_response: responseOf<Address>('classes', ({ address_type }) => address_type),
  address_type: objectOf<Address, 'classes'>('classes', ({ address_type }) => address_type, true),
  visibility_uuid: uuidOf<Address>(({ visibility }) => visibility),
  visibility_response: responseOf<Address>('classes', ({ visibility }) => visibility),
  visibility: objectOf<Address, 'classes'>('classes', ({ visibility }) => visibility),
  employee_uuid: uuidOf<Address>(({ person }) => person),
  person_response: responseOf<Address>('persons', ({ person }) => person),
  person: listOf<Address, 'persons'>('persons', ({ person }) => person, null),
  employee: listOf<Address, 'persons'>('persons', ({ person }) => person, null),
  org_unit_uuid: uuidOf<Address>(({ org_unit }) => org_unit),
  org_unit_response: responseOf<Address>('org_units', ({ org_unit }) => org_unit),
  org_unit: listOf<Address, 'org_units'>('org_units', ({ org_unit }) => org_unit, null),
  engagement_uuid: uuidOf<Address>(({ engagement }) => engagement),
  engagement_response: responseOf<Address>('engagements', ({ engagement }) => engagement),
  engagement: listOf<Address, 'engagements'>('engagements', ({ engagement }) => engagement, null),
  ituser_uuid: uuidOf<Address>(({ ituser }) => ituser),
  ituser_response: responseOf<Address>('itusers', ({ ituser }) => ituser),
  ituser: listOf<Address, 'itusers'>('itusers', ({ ituser }) => ituser, []),
};
