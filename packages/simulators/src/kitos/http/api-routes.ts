import type { FastifyInstance } from 'fastify';
import type { KitosState } from '../kitos-state.ts';
import { json, text, type Answer } from './answer.ts';
import { turnAway } from './doorkeeper.ts';
import type { Endpoint } from './endpoint.ts';
import { exchange, type Incoming } from './exchange.ts';
import { createQueryReader } from './query-reader.ts';
import { kitosRoutes } from './routes.ts';
import { answerLogin } from './token-endpoint.ts';

/** Kitos' own API (facts/kitos.md §1–3). Paths match in any case. */
export const addKitosApi = (app: FastifyInstance, state: KitosState, latencyMs: number): void => {
  /** A good token is looked at first, on whatever path; without one only the login answers. */
  const guarded =
    (inside: (incoming: Incoming, known: boolean) => Answer) =>
    (incoming: Incoming): Answer => {
      const known = incoming.token !== null && state.gate.isValid(incoming.token);
      const refused = known ? turnAway({ ...incoming, account: state.account() }) : null;
      return refused ?? inside(incoming, known);
    };

  const serve = (endpoint: Endpoint): ((incoming: Incoming) => Answer) =>
    guarded(({ id, subId, query }, known) => {
      if (!known) return state.refuse.unauthorised();
      return endpoint({ ...state.context(), id, subId, query: createQueryReader(query), refuse: state.refuse });
    });

  app.post(
    '/api/authorize/GetToken',
    exchange(
      state,
      'login',
      latencyMs,
      guarded(({ body }) => answerLogin(state.gate, body)),
    ),
  );
  for (const { path, operation, endpoint } of kitosRoutes())
    app.get(`/api/v2/${path}`, exchange(state, operation, latencyMs, serve(endpoint)));
  app.setNotFoundHandler(
    exchange(
      state,
      'other',
      latencyMs,
      guarded(({ path }, known) => {
        if (!known && /^\/api\/v2\//i.test(path)) return state.refuse.unauthorised();
        return /^\/api\//i.test(path) ? json({ message: 'No HTTP resource was found that matches the request URI.' }, 404) : text(404, '');
      }),
    ),
  );
};
