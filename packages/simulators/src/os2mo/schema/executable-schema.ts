import {
  buildSchema,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isScalarType,
} from 'graphql';
import type { RequestContext } from '../resolve/request-context.ts';
import { containedTypes, typeResolvers } from '../resolve/type-resolvers.ts';
import { rootRole } from './root-roles.ts';
import { scalars } from './scalars.ts';
import { KLE_NUMBER_IS_A_LIST, sdlOf } from './sdl.ts';

type FieldResolver = GraphQLFieldResolver<unknown, RequestContext>;

const roleOf = (type: string): string | undefined => containedTypes[type.replace(/Response(Paged)?$/, '')];

/** A write needs the role to write, not one to read what comes back. */
const roleFor = (type: string, field: string, result: string): string | undefined => {
  if (type === 'Mutation') return rootRole(field);
  return roleOf(result) ?? (type === 'Query' ? rootRole(field) : undefined);
};

/** Checks the role first; a token with every role (null) costs one comparison. */
const guarded =
  (role: string, resolve: FieldResolver): FieldResolver =>
  (source, args, context, info) => {
    if (context.roles !== null && !context.roles.has(role)) throw new GraphQLError('No policy approved the access');
    return resolve(source, args, context, info);
  };

const cache = new Map<boolean, GraphQLSchema>();

/**
 * The schema of a version with its resolvers and roles. Reading any collection needs a role, at the root and for every nested field;
 * what a container or a page already holds does not ask again.
 */
export const executableSchema = (version: number): GraphQLSchema => {
  const kleNumberIsList = version >= KLE_NUMBER_IS_A_LIST;
  const known = cache.get(kleNumberIsList);
  if (known !== undefined) return known;
  const schema = buildSchema(sdlOf(version), { noLocation: true });
  const resolvers = typeResolvers(kleNumberIsList);
  for (const type of Object.values(schema.getTypeMap())) {
    const coercion = scalars[type.name];
    if (isScalarType(type) && coercion !== undefined) {
      type.coerceInputValue = coercion.read;
      type.coerceOutputValue = coercion.write ?? ((value) => value);
    }
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isContainer = /Response(Paged)?$/.test(type.name);
    for (const field of Object.values(type.getFields())) {
      const own = resolvers[type.name]?.[field.name];
      if (own === undefined) continue;
      const role = isContainer ? undefined : roleFor(type.name, field.name, getNamedType(field.type).name);
      field.resolve = role === undefined ? own : guarded(role, own);
    }
  }
  cache.set(kleNumberIsList, schema);
  return schema;
};
