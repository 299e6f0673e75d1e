import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { kitosChangeSchema } from '../change/kitos-change.ts';
import { kitosDatasetSchema } from '../dataset/kitos-dataset.ts';
import type { KitosSimulator } from '../kitos-simulator.ts';
import { KitosRefusal } from '../tables/kitos-refusal.ts';
import { kitosFaultSchema, type KitosFaults } from './faults.ts';

const oneOrMore = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((body) => [body].flat(), z.array(schema));

const nowBody = z.object({ now: z.iso.datetime({ offset: true }).nullable() });
const accountBody = z
  .strictObject({
    email: z.string(),
    password: z.string(),
    apiAccess: z.boolean(),
    rightsHolder: z.boolean(),
    globalAdmin: z.boolean(),
    organisations: z.array(z.string()).nullable(),
  })
  .partial()
  .transform((account) => Object.fromEntries(Object.entries(account).filter(([, value]) => value !== undefined)));

const bodyOf = (request: FastifyRequest): unknown => {
  try {
    return JSON.parse(String(request.body));
  } catch {
    return undefined;
  }
};

/** The simulator's back door: what it holds, what was asked, what is to change, and how it is to misbehave. */
export const addSimRoutes = (
  app: FastifyInstance,
  simulator: Omit<KitosSimulator, 'url' | 'port' | 'close'>,
  faults: KitosFaults,
): void => {
  const done = { ok: true };
  const accept = <Schema extends z.ZodType>(
    method: 'POST' | 'PUT',
    url: string,
    schema: Schema,
    apply: (value: z.output<Schema>) => void,
  ): void => {
    const handler = (request: FastifyRequest, reply: FastifyReply): unknown => {
      const body = schema.safeParse(bodyOf(request));
      if (!body.success) return reply.code(400).send({ error: z.prettifyError(body.error) });
      try {
        apply(body.data);
        return done;
      } catch (error) {
        if (!(error instanceof KitosRefusal)) throw error;
        return reply.code(409).send({ error: error.message });
      }
    };
    app.route({ method, url, handler });
  };
  app.get('/_sim/dataset', () => simulator.dataset());
  accept('PUT', '/_sim/dataset', kitosDatasetSchema, simulator.load);
  accept('POST', '/_sim/changes', oneOrMore(kitosChangeSchema), (changes) => simulator.change(...changes));
  accept('POST', '/_sim/late-changes', oneOrMore(kitosChangeSchema), (changes) => void simulator.changeLate(...changes));
  accept('POST', '/_sim/account', accountBody, simulator.setAccount);
  app.post('/_sim/expire-tokens', () => (simulator.expireTokens(), done));
  accept('POST', '/_sim/now', nowBody, ({ now }) => simulator.setNow(now));
  app.get('/_sim/faults', () => faults.list());
  accept('POST', '/_sim/faults', oneOrMore(kitosFaultSchema), (added) => faults.add(added));
  app.delete('/_sim/faults', () => (simulator.clearFaults(), done));
  app.get('/_sim/stats', () => simulator.stats());
  app.post('/_sim/reset-stats', () => (simulator.resetStats(), done));
  app.get('/_sim/log', () => simulator.log());
};
