import type { FastifyInstance } from 'fastify';
import { empty, json } from './answer.ts';
import type { Backend } from './backend.ts';
import { dtrIdUsers } from './dtr-id.ts';
import { exchange, type Route } from './exchange.ts';
import { createHierarchyEndpoints } from './hierarchy-endpoints.ts';
import { createObjectEndpoints, type Endpoint } from './object-endpoints.ts';
import { ORG_UNIT_KIND, USER_KIND, type ObjectKind } from './object-kind.ts';

/** A known path with the wrong verb is 405, anything else 404, both without a body. */
const KNOWN_PATHS = /^\/api\/((orgunit|user)(\/all|\/cleanup|\/(passiver\/)?[^/]+)?|hierarchy(\/[^/]+)?|dtrid)\/?$/i;

/** OS2sync's own API (facts/os2sync.md §1.1). Matching ignores case and a trailing slash. */
export const addApiRoutes = (app: FastifyInstance, backend: Backend, latencyMs: number): void => {
  const on = (method: 'GET' | 'POST' | 'DELETE', url: string, route: Route, endpoint: Endpoint): void =>
    void app.route({ method, url, handler: exchange(backend, route, latencyMs, endpoint) });

  const addObject = (kind: ObjectKind, base: string): void => {
    const endpoints = createObjectEndpoints(kind, backend);
    const { name } = kind;
    on('POST', base, { kind: name, verb: 'POST', counter: 'posts' }, endpoints.post);
    on('GET', `${base}/all`, { kind: name }, endpoints.all);
    on('GET', `${base}/:id`, { kind: name, counter: 'gets' }, endpoints.get);
    on('DELETE', `${base}/:id`, { kind: name, verb: 'DELETE', counter: 'deletes' }, endpoints.delete);
    on('POST', `${base}/passiver/:id`, { kind: name, verb: 'PASSIVER' }, endpoints.passiver);
    on('POST', `${base}/cleanup`, { kind: name, verb: 'CLEANUP' }, endpoints.cleanup);
  };
  addObject(ORG_UNIT_KIND, '/api/orgunit');
  addObject(USER_KIND, '/api/user');

  const hierarchy = createHierarchyEndpoints(backend);
  on('GET', '/api/hierarchy', { kind: 'hierarchy' }, hierarchy.start);
  on('GET', '/api/hierarchy/:id', { kind: 'hierarchy' }, hierarchy.poll);
  on('GET', '/api/dtrid', { kind: 'user' }, (call) =>
    backend.authorised(call) ? json(dtrIdUsers(backend.fk.active(call.cvr))) : empty(401),
  );

  app.all('/manage/health', (_request, reply) => reply.code(200).send());
  app.setNotFoundHandler((request, reply) =>
    reply.code(KNOWN_PATHS.test(new URL(request.url, 'http://simulator').pathname) ? 405 : 404).send(),
  );
};
