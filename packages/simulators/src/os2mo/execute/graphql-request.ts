import { z } from 'zod';

/** The body of a GraphQL POST. */
const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export type GraphqlRequest = z.output<typeof graphqlRequest>;

/** What OS2MO answers to a body that is no GraphQL request: HTTP 400 and one of these texts (facts/os2mo.md §1.1). */
export type BodyRefusal =
  | 'Unable to parse request body as JSON'
  | 'Batching is not enabled'
  | 'No GraphQL query found in the request'
  | 'Unsupported content type';

/** Reads a body, or says in OS2MO's words what is wrong with it. */
export const readGraphqlBody = (contentType: string | undefined, text: string): GraphqlRequest | BodyRefusal => {
  if (!contentType?.toLowerCase().includes('application/json')) return 'Unsupported content type';
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return 'Unable to parse request body as JSON';
  }
  if (Array.isArray(body)) return 'Batching is not enabled';
  const request = graphqlRequest.safeParse(body);
  return request.success ? request.data : 'No GraphQL query found in the request';
};
