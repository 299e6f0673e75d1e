import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from './request-context.ts';

/** One resolver. A method, so that maps with different sources fit one type; graphql-js calls each with the source of its own type. */
interface ResolverShape<Source> {
  resolve(source: Source, args: Readonly<Record<string, unknown>>, context: RequestContext, info: GraphQLResolveInfo): unknown;
}

export type Resolver<Source> = ResolverShape<Source>['resolve'];

/** The resolvers of one GraphQL type by field. */
export type Resolvers<Source> = Readonly<Record<string, Resolver<Source>>>;
