import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { FaultBox } from './fault-box.ts';
import { faultSchema } from './fault.ts';
import type { Os2syncSimulator } from './os2sync-simulator.ts';

const seedSchema = z.object({ orgunits: z.array(z.unknown()).default([]), users: z.array(z.unknown()).default([]) });
/** One fault or a list of them. */
const faultsSchema = z.preprocess((body) => [body].flat(), z.array(faultSchema));

type Inspection = Omit<Os2syncSimulator, 'url' | 'port' | 'close'>;

const parsed = (body: unknown): unknown => {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
};

/** The simulator's back door: what FK holds, what was asked, and how it is to misbehave. */
export const addSimRoutes = (app: FastifyInstance, simulator: Inspection, faults: FaultBox): void => {
  const done = { ok: true };
  app.get('/_sim/state', () => simulator.state());
  app.put('/_sim/state', (request, reply) => {
    const seed = seedSchema.safeParse(parsed(request.body));
    if (!seed.success) return reply.code(400).send({ error: z.prettifyError(seed.error) });
    simulator.setState(seed.data);
    return done;
  });
  app.get('/_sim/log', () => simulator.log());
  app.delete('/_sim/log', () => (simulator.clearLog(), done));
  app.get('/_sim/stats', () => simulator.stats());
  app.post('/_sim/reset-stats', () => (simulator.resetStats(), done));
  app.get('/_sim/faults', () => faults.list());
  app.post('/_sim/faults', (request, reply) => {
    const wanted = faultsSchema.safeParse(parsed(request.body));
    if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
    simulator.addFaults(...wanted.data);
    return faults.list();
  });
  app.delete('/_sim/faults', () => (simulator.clearFaults(), done));
  app.post('/_sim/tick', () => simulator.tick());
  app.get('/_sim/queue', () => simulator.queue());
  app.get('/_sim/failures', () => simulator.failures());
};
