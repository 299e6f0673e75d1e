import type { CollectionFields } from '../../dataset/normalised.ts';
import type { Segment } from '../store/segment.ts';
import { objectResolvers } from './object-resolvers.ts';
import { childrenOf, childrenPageOf } from './references.ts';
import type { Resolvers } from './resolvers.ts';

type Person = CollectionFields['persons'];

/** Both parts with a blank between; OS2MO trims the whole, never the parts. */
const fullName = (given: string, surname: string): string => `${given} ${surname}`.trim();

export const personResolvers: Resolvers<Segment<Person>> = {
  ...objectResolvers<Person>('employee'),
  cpr_number: ({ fields }) => fields.cpr_number,
  cpr_no: ({ fields }) => fields.cpr_number,
  name: ({ fields }) => fullName(fields.given_name, fields.surname),
  given_name: ({ fields }) => fields.given_name,
  givenname: ({ fields }) => fields.given_name,
  surname: ({ fields }) => fields.surname,
  nickname: ({ fields }) => fullName(fields.nickname_given_name, fields.nickname_surname),
  nickname_given_name: ({ fields }) => fields.nickname_given_name,
  nickname_givenname: ({ fields }) => fields.nickname_given_name,
  nickname_surname: ({ fields }) => fields.nickname_surname,
  seniority: ({ fields }) => fields.seniority,
  engagements: childrenOf('engagements', 'person'),
  engagements_response: childrenPageOf('engagements', 'person'),
  manager_roles: childrenOf('managers', 'person'),
  manager_roles_response: childrenPageOf('managers', 'person'),
  addresses: childrenOf('addresses', 'person'),
  addresses_response: childrenPageOf('addresses', 'person'),
  itusers: childrenOf('itusers', 'person'),
  itusers_response: childrenPageOf('itusers', 'person'),
};
