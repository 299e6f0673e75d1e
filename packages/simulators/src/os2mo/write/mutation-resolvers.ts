import { GraphQLError } from 'graphql';
import type { RequestContext } from '../resolve/request-context.ts';
import type { Resolver, Resolvers } from '../resolve/resolvers.ts';
import { createAddress } from './address-writes.ts';
import { createItUser, terminateItUser, updateItUser } from './it-user-writes.ts';
import { terminatePerson } from './person-writes.ts';
import { updateUnit } from './unit-writes.ts';

type Write<Input> = (input: Input, context: RequestContext) => unknown;

const one =
  <Input>(write: Write<Input>): Resolver<unknown> =>
  (_root, { input }: { readonly input?: Input }, context) => {
    if (input === undefined) throw new GraphQLError('input is missing');
    return write(input, context);
  };

const many =
  <Input>(write: Write<Input>): Resolver<unknown> =>
  (_root, { input }: { readonly input?: readonly Input[] }, context) =>
    (input ?? []).map((element) => write(element, context));

export const mutationResolvers: Resolvers<unknown> = {
  ituser_create: one(createItUser),
  itusers_create: many(createItUser),
  ituser_update: one(updateItUser),
  ituser_terminate: one(terminateItUser),
  address_create: one(createAddress),
  addresses_create: many(createAddress),
  employee_terminate: one(terminatePerson),
  org_unit_update: one(updateUnit),
};
