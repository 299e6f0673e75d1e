import type { FastifyInstance } from 'fastify';
import type { Authenticator } from '../auth/authenticator.ts';
import { sendJson } from './send-json.ts';

/** The old REST interface as it refuses: nothing here reads through it (facts/os2mo.md §1.4). */
export const serviceRoutes = (app: FastifyInstance, authenticator: Authenticator): void => {
  app.get('/service/*', async (request, reply) => {
    const caller = authenticator.identify(request.headers);
    if (caller === null) return sendJson(reply, JSON.stringify('Not authenticated'), 401);
    if (caller.roles !== null && !caller.roles.has('service_api'))
      return sendJson(reply, JSON.stringify({ status: 'Forbidden', msg: 'The Service API is gone' }), 403);
    return sendJson(
      reply,
      JSON.stringify({ error: true, description: 'No such endpoint.', status: 404, error_key: 'E_NO_SUCH_ENDPOINT' }),
      404,
    );
  });
};
