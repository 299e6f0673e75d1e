import Fastify from 'fastify';
import type { DatasetInput } from '../dataset/dataset.ts';
import type { Latency, Simulator } from '../simulator.ts';
import type { Os2moAuth } from './auth/auth-options.ts';
import { createAuthenticator } from './auth/authenticator.ts';
import type { TokenClaims } from './auth/tokens.ts';
import { graphqlRoutes } from './http/graphql-routes.ts';
import { keycloakRoutes } from './http/keycloak-routes.ts';
import { serviceRoutes } from './http/service-routes.ts';
import { simRoutes } from './http/sim-routes.ts';
import type { DatasetPatch } from './sim/dataset-patch.ts';
import type { Os2moFault } from './sim/faults.ts';
import { createOs2moState } from './sim/os2mo-state.ts';
import type { Os2moStats } from './sim/stats.ts';

export interface Os2moSimulatorOptions {
  readonly dataset: DatasetInput;
  /** 0 (default) = any free port. */
  readonly port?: number;
  readonly latency?: Latency;
  /** The simulator's clock, ISO-8601, standing still; default: the dataset's `meta.now`, else the real clock. */
  readonly now?: string;
  /** Who gets in; default `off`: everybody, with every right. */
  readonly auth?: Os2moAuth;
  /**
   * How long a mutation waits for its events, ms of real time; null = until `emit()` or `POST /testing/amqp/emit`. Default 5000, the least that
   * a real OS2MO takes. What `patch` changes is pending at once.
   */
  readonly eventDelayMs?: number | null;
}

/** A running OS2MO: GraphQL below `/graphql/v30`, its Keycloak below `/auth`, the simulator's own routes below `/_sim`. */
export interface Os2moSimulator extends Simulator {
  stats(): Os2moStats;
  resetStats(): void;
  /** Replaces all faults; [] = nothing goes wrong. */
  setFaults(faults: readonly Os2moFault[]): void;
  /** Changes rows; their events are pending at once. */
  patch(patch: DatasetPatch): void;
  /** Forgets every object and loads another dataset; listeners and pending events stay. */
  load(dataset: DatasetInput): void;
  /** Sets the clock and stops it, ISO-8601; null = the real clock again. */
  setNow(now: string | null): void;
  /** Emits waiting events now. */
  emit(): void;
  /** A token for anyone, without Keycloak; a lifetime of 0 or less makes an expired one. */
  issueToken(claims: Partial<TokenClaims>): string;
  /** Makes every token issued so far worthless, as a restart of Keycloak with a new key does. */
  expireTokens(): void;
}

/** The least delay between a change and its event, ms (facts/os2mo.md §0.8). */
const EVENT_DELAY_MS = 5000;

/** Large enough for a filter of ten thousands of uuids, and for a dataset. */
const BODY_LIMIT_BYTES = 256 * 1024 * 1024;

/** Starts an OS2MO 66 in memory, on loopback (facts/os2mo.md §9). */
export const startOs2moSimulator = async (options: Os2moSimulatorOptions): Promise<Os2moSimulator> => {
  const state = createOs2moState({
    dataset: options.dataset,
    now: options.now === undefined ? null : Date.parse(options.now),
    eventDelayMs: options.eventDelayMs === undefined ? EVENT_DELAY_MS : options.eventDelayMs,
  });
  const authenticator = createAuthenticator(options.auth ?? 'off');
  const app = Fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  graphqlRoutes(app, state, authenticator, options.latency ?? { perRequestMs: 0 });
  keycloakRoutes(app, authenticator, state.faults);
  serviceRoutes(app, authenticator);
  simRoutes(app, state);
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return {
    url,
    port: Number(new URL(url).port),
    close: () => app.close(),
    stats: state.stats.read,
    resetStats: state.stats.reset,
    setFaults: state.faults.set,
    patch: state.patch,
    load: state.load,
    setNow: state.setNow,
    emit: state.emitter.emit,
    issueToken: authenticator.issue,
    expireTokens: authenticator.expireTokens,
  };
};
