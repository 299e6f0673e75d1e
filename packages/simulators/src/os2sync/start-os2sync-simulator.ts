import { fastify } from 'fastify';
import { addApiRoutes } from './api-routes.ts';
import { createBackend, type Backend } from './backend.ts';
import type { FkContent } from './fk.ts';
import { orgUnitRegistration } from './org-unit-registration.ts';
import type { FkSeed, Os2syncSimulator, Os2syncSimulatorOptions } from './os2sync-simulator.ts';
import { addSimRoutes } from './sim-routes.ts';
import { userRegistration } from './user-registration.ts';

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;

const parseSeed = (seed: FkSeed): FkContent => ({
  orgunits: (seed.orgunits ?? []).map((unit) => orgUnitRegistration.parse(unit)),
  users: (seed.users ?? []).map((user) => userRegistration.parse(user)),
});

const byUuid = (one: { readonly Uuid: string | null }, other: { readonly Uuid: string | null }): number =>
  (one.Uuid ?? '') < (other.Uuid ?? '') ? -1 : 1;

type Inspection = Omit<Os2syncSimulator, 'url' | 'port' | 'close'>;

const inspection = (backend: Backend, immediate: boolean): Inspection => {
  const { fk, traffic, log, faults, schedule, worker } = backend;
  return {
    state: () => {
      const { orgunits, users } = fk.active();
      return { orgunits: orgunits.toSorted(byUuid), users: users.toSorted(byUuid) };
    },
    setState: (seed) => {
      fk.load(parseSeed(seed));
      schedule.clear();
      worker.reset();
    },
    log: () => log.list(),
    clearLog: () => log.clear(),
    stats: () => traffic.stats(),
    resetStats: () => traffic.reset(),
    addFaults: (...added) => faults.add(added),
    clearFaults: () => {
      faults.clear();
      if (immediate) schedule.drain();
    },
    tick: () => schedule.tick(),
    queue: () => schedule.waiting(),
    failures: () => worker.failures(),
  };
};

/**
 * OS2sync as a real HTTP server on loopback with FK Organisation in memory (facts/os2sync.md §7, simulator checklist).
 * Close it when done; open connections, hanging ones too, are cut.
 */
export const startOs2syncSimulator = async (options: Os2syncSimulatorOptions = {}): Promise<Os2syncSimulator> => {
  const backend = createBackend(options);
  const inspect = inspection(backend, options.processing !== 'ticks');
  inspect.setState(options.fk ?? {});

  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
  });
  // Bodies arrive as text whatever their type: what cannot be read is the endpoint's business, in OS2sync's own order of checks.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, _request, reply) => {
    const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
    return reply.code(status).send();
  });
  addApiRoutes(app, backend, options.latency?.perRequestMs ?? 0);
  addSimRoutes(app, inspect, backend.faults);
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });

  const ticker = options.tickEveryMs === undefined ? null : setInterval(() => inspect.tick(), options.tickEveryMs);
  return {
    ...inspect,
    url,
    port: Number(new URL(url).port),
    close: async () => {
      if (ticker) clearInterval(ticker);
      await app.close();
    },
  };
};
