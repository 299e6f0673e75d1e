import { z } from 'zod';
import type { Os2moSimulator } from '../../src/os2mo/start-os2mo-simulator.ts';
import { valueAt } from './json-path.ts';

const graphqlError = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.int()])).optional(),
  extensions: z.object({ error_context: z.object({ error_key: z.string() }) }).optional(),
});

const graphqlAnswer = z.object({ data: z.unknown(), errors: z.array(graphqlError).optional() });

/** A GraphQL answer. */
export interface Answer {
  readonly data: unknown;
  readonly errors: readonly z.output<typeof graphqlError>[];
  /** The value at a path below `data`: `org_units.objects[0].current`; `[*]` makes a list of what follows. */
  at(path: string): unknown;
}

export interface AskOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly version?: number;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The HTTP answer to a GraphQL query. */
export const post = (simulator: Os2moSimulator, query: string, options: AskOptions = {}): Promise<Response> =>
  fetch(`${simulator.url}/graphql/v${options.version ?? 30}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
      ...options.headers,
    },
    body: JSON.stringify({ query, variables: options.variables }),
  });

/** The GraphQL answer to a query. */
export const ask = async (simulator: Os2moSimulator, query: string, options: AskOptions = {}): Promise<Answer> => {
  const { data, errors = [] } = graphqlAnswer.parse(await (await post(simulator, query, options)).json());
  return { data, errors, at: (path) => valueAt(data, path) };
};
