import { z } from 'zod';

const graphqlError = z.object({
  message: z.string(),
  locations: z.array(z.unknown()).nullish(),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
  extensions: z.object({ error_context: z.object({ error_key: z.string().nullish() }).nullish() }).nullish(),
});

const graphqlBody = z
  .object({ data: z.unknown().optional(), errors: z.array(graphqlError).nullish() })
  .refine(({ data, errors }) => data !== undefined || (errors ?? []).length > 0);

export type GraphqlError = z.infer<typeof graphqlError>;

/** What came back under HTTP 200. `errors` may stand beside data: then `data` has holes that look like absences. */
export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphqlError[];
}

/** The body of a GraphQL answer, or null when it is JSON of another kind. */
export const parseGraphqlAnswer = (body: unknown): GraphqlAnswer | null => {
  const parsed = graphqlBody.safeParse(body);
  return parsed.success ? { data: parsed.data.data ?? null, errors: parsed.data.errors ?? [] } : null;
};
