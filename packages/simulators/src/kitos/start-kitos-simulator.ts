import { fastify } from 'fastify';
import { dumpTables } from './dataset/dump-tables.ts';
import { addKitosApi } from './http/api-routes.ts';
import { addSimRoutes } from './http/sim-routes.ts';
import type { KitosSimulator, KitosSimulatorOptions } from './kitos-simulator.ts';
import { createKitosState, type KitosState } from './kitos-state.ts';

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;
const DAY_MS = 86_400_000;

const backDoor = (state: KitosState): Omit<KitosSimulator, 'url' | 'port' | 'close'> => ({
  change: (...changes) => state.desk.change(changes),
  changeLate: (...changes) => state.desk.changeLate(changes),
  dataset: () => dumpTables(state.tables()),
  load: state.load,
  setAccount: state.setAccount,
  expireTokens: state.gate.expireTokens,
  setNow: (now) => state.clock.set(now === null ? null : Date.parse(now)),
  addFaults: (...faults) => state.faults.add(faults),
  clearFaults: state.faults.clear,
  stats: state.traffic.stats,
  resetStats: state.traffic.reset,
  log: state.traffic.log,
});

/**
 * OS2kitos as a real HTTP server on loopback, in memory (facts/kitos.md §8, simulator checklist). Close it when done; open connections, hanging ones
 * too, are cut.
 */
export const startKitosSimulator = async (options: KitosSimulatorOptions = {}): Promise<KitosSimulator> => {
  const state = createKitosState({
    dataset: options.dataset ?? {},
    account: options.account ?? {},
    next: options.version === 'next',
    now: options.now ?? null,
    tokenLifetimeMs: options.tokenLifetimeMs ?? DAY_MS,
  });
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
  });
  // Bodies arrive as text whatever their type: what cannot be read is the endpoint's business.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  const simulator = backDoor(state);
  addKitosApi(app, state, options.latency?.perRequestMs ?? 0);
  addSimRoutes(app, simulator, state.faults);
  app.post('/_sim/commit', () => (state.desk.commit(), { ok: true }));
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return { ...simulator, url, port: Number(new URL(url).port), close: () => app.close() };
};
