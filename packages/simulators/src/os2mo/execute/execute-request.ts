import { execute, type ExecutionResult, GraphQLError } from 'graphql';
import { executableSchema } from '../schema/executable-schema.ts';
import type { RequestContext } from '../resolve/request-context.ts';
import type { GraphqlRequest } from './graphql-request.ts';
import { chosenOperation, type PreparedDocument } from './prepared-documents.ts';

/** What a GraphQL request is answered with. `data` is null whenever nothing could run. */
export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors?: readonly unknown[];
}

/** An answer of nothing but an error without path or location. */
export const refusal = (message: string): GraphqlAnswer => ({ data: null, errors: [{ message }] });

const answerOf = ({ data, errors }: ExecutionResult): GraphqlAnswer =>
  errors === undefined || errors.length === 0 ? { data } : { data: data ?? null, errors: errors.map((error) => error.toJSON()) };

/** Runs a request that was read and validated. */
export const executeRequest = async (
  prepared: PreparedDocument,
  request: GraphqlRequest,
  context: RequestContext,
): Promise<GraphqlAnswer> => {
  if (prepared.document === null || prepared.errors.length > 0)
    return { data: null, errors: prepared.errors.map((error) => error.toJSON()) };
  const operation = chosenOperation(prepared, request.operationName);
  if (operation === undefined)
    return { data: null, errors: [new GraphQLError(`Unknown operation named "${request.operationName ?? ''}".`).toJSON()] };
  return answerOf(
    await execute({
      schema: executableSchema(context.version),
      document: prepared.document,
      contextValue: context,
      variableValues: request.variables ?? {},
      operationName: operation.name?.value ?? null,
    }),
  );
};
