import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { datasetSchema } from '../../dataset/dataset.ts';
import { datasetPatch } from '../sim/dataset-patch.ts';
import { os2moFault } from '../sim/faults.ts';
import type { Os2moState } from '../sim/os2mo-state.ts';

const nowBody = z.object({ now: z.iso.datetime({ offset: true }).nullable() });

/** A JSON body of that shape, or null after answering 400. */
const read = <Schema extends z.ZodType>(schema: Schema, text: string | undefined): z.ZodSafeParseResult<z.output<Schema>> => {
  let body: unknown;
  try {
    body = JSON.parse(text ?? '');
  } catch {
    body = undefined;
  }
  return schema.safeParse(body);
};

/** OS2MO's empty answer still names a content type. */
const done = (reply: FastifyReply): FastifyReply => reply.code(204).header('content-type', 'application/json').send();

/** What only the simulator has: looking inside, changing the data, setting the clock, breaking things. And OS2MO's own testing endpoints. */
export const simRoutes = (app: FastifyInstance, state: Os2moState): void => {
  const accept = <Schema extends z.ZodType>(
    method: 'POST' | 'PUT' | 'PATCH',
    url: string,
    schema: Schema,
    apply: (value: z.output<Schema>) => void,
  ): void => {
    app.route<{ Body: string }>({
      method,
      url,
      handler: async (request, reply) => {
        const body = read(schema, request.body);
        if (!body.success) return reply.code(400).send({ error: z.prettifyError(body.error) });
        apply(body.data);
        return reply.code(204).send();
      },
    });
  };

  app.get('/_sim/stats', async (_request, reply) => reply.send(state.stats.read()));
  app.post('/_sim/reset-stats', async (_request, reply) => {
    state.stats.reset();
    return reply.code(204).send();
  });
  accept('PUT', '/_sim/dataset', datasetSchema, state.load);
  accept('PATCH', '/_sim/dataset', datasetPatch, ({ upsert, remove }) => {
    const removed = Object.fromEntries(Object.entries(remove ?? {}).filter(([, uuids]) => uuids !== undefined));
    state.patch({ ...(upsert && { upsert }), remove: removed });
  });
  accept('POST', '/_sim/now', nowBody, ({ now }) => state.setNow(now));
  accept('POST', '/_sim/faults', z.array(os2moFault), state.faults.set);
  app.delete('/_sim/faults', async (_request, reply) => {
    state.faults.set([]);
    return reply.code(204).send();
  });

  app.post('/testing/amqp/emit', async (_request, reply) => {
    state.emitter.emit();
    return done(reply);
  });
  app.post('/testing/events/reset-last-tried', async (_request, reply) => {
    state.events.resetLastTried();
    return done(reply);
  });
};
