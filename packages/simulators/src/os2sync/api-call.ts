import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

/** A request as the endpoints look at it. */
export interface ApiCall {
  readonly method: string;
  /** The last part of the path, as written. */
  readonly id: string;
  readonly cvr: string;
  readonly apiKey: string | null;
  readonly onlyUnits: boolean;
  readonly contentType: string | null;
  readonly bypassCache: boolean;
  readonly dryrun: boolean;
  readonly priority: number;
  /** undefined = not JSON, or nothing at all. */
  readonly body: unknown;
}

const parameters = z.object({ id: z.string().default('') }).catch({ id: '' });
/** A query value that cannot be read leaves the default, as in the real thing. */
const flag = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['true', 'false']))
  .transform((word) => word === 'true')
  .catch(false);
const queries = z.object({ bypassCache: flag, dryrun: flag, priority: z.coerce.number().int().catch(10) });

const one = (header: string | readonly string[] | undefined): string | null =>
  typeof header === 'string' ? header : (header?.[0] ?? null);

const parsed = (body: unknown): unknown => {
  if (typeof body !== 'string') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

export const readCall = (request: FastifyRequest): ApiCall => ({
  method: request.method,
  id: parameters.parse(request.params).id,
  cvr: one(request.headers['cvr']) ?? '',
  apiKey: one(request.headers['apikey']),
  onlyUnits: one(request.headers['onlyous']) === 'true',
  contentType: request.headers['content-type'] ?? null,
  ...queries.parse(Object.fromEntries(Object.entries(request.query ?? {}).map(([key, value]) => [queryName(key), value]))),
  body: parsed(request.body),
});

/** Query names match in any case too. */
const queryName = (key: string): string =>
  ['bypassCache', 'dryrun', 'priority'].find((name) => name.toLowerCase() === key.toLowerCase()) ?? key;
