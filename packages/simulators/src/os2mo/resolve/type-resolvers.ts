import { eventMutations, eventQueries, listenerResolvers, namespaceResolvers, refreshMutations } from '../events/event-resolvers.ts';
import { mutationResolvers } from '../write/mutation-resolvers.ts';
import { addressResolvers } from './address-resolvers.ts';
import { classResolvers, facetResolvers, itSystemResolvers } from './classification-resolvers.ts';
import { containerResolvers } from './container.ts';
import { engagementResolvers } from './engagement-resolvers.ts';
import { itUserResolvers } from './it-user-resolvers.ts';
import { kleResolvers } from './kle-resolvers.ts';
import { managerResolvers, organisationResolvers, unitResolvers } from './organisation-resolvers.ts';
import { personResolvers } from './person-resolvers.ts';
import { queryResolvers } from './query-resolvers.ts';
import { darAddressResolvers, multifieldAddressResolvers } from './resolved-address-resolvers.ts';
import type { Resolvers } from './resolvers.ts';

/** The object types that live in containers, and the role that reading one needs (facts/os2mo.md §2). */
export const containedTypes: Readonly<Record<string, string>> = {
  Facet: 'read_facet',
  Class: 'read_class',
  ITSystem: 'read_itsystem',
  OrganisationUnit: 'read_org_unit',
  Employee: 'read_employee',
  Engagement: 'read_engagement',
  ITUser: 'read_ituser',
  Address: 'read_address',
  Manager: 'read_manager',
  KLE: 'read_kle',
};

/** The resolvers of every type that has its own. Fields without one are read from the source by name. */
export const typeResolvers = (kleNumberIsList: boolean): Readonly<Record<string, Resolvers<unknown>>> => ({
  Query: { ...queryResolvers, ...eventQueries },
  Mutation: { ...mutationResolvers, ...refreshMutations, ...eventMutations },
  Namespace: namespaceResolvers,
  Listener: listenerResolvers,
  Organisation: organisationResolvers,
  OrganisationUnit: unitResolvers,
  Manager: managerResolvers,
  KLE: kleResolvers(kleNumberIsList),
  Employee: personResolvers,
  Engagement: engagementResolvers,
  ITUser: itUserResolvers,
  Address: addressResolvers,
  DARAddress: darAddressResolvers,
  MultifieldAddress: multifieldAddressResolvers,
  Facet: facetResolvers,
  Class: classResolvers,
  ITSystem: itSystemResolvers,
  ...Object.fromEntries(Object.keys(containedTypes).map((type) => [`${type}Response`, containerResolvers])),
});
