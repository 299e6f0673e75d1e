import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { z } from 'zod';
import { empty, raw, text, type Answer } from './answer.ts';
import { readCall, type ApiCall } from './api-call.ts';
import type { Backend } from './backend.ts';
import { isHttpFault, type ParsedFault } from './fault.ts';
import { foldKeys } from './newtonsoft.ts';
import type { Endpoint } from './object-endpoints.ts';
import type { LoggedOperation } from './operation-log.ts';
import { sendAnswer } from './send-answer.ts';
import type { Counter } from './traffic.ts';

/** How a route appears in statistics, log and fault matching. */
export interface Route {
  readonly kind: 'orgunit' | 'user' | 'hierarchy';
  readonly counter?: Counter;
  readonly verb?: LoggedOperation['verb'];
}

const withUuid = z.object({ Uuid: z.string() });

const uuidOf = (call: ApiCall, route: Route): string | null => {
  if (call.id !== '') return call.id.toLowerCase();
  const body = withUuid.safeParse(foldKeys(call.body, ['Uuid']));
  return body.success && route.verb !== undefined ? body.data.Uuid.toLowerCase() : null;
};

/** What a fault answers instead of the endpoint; undefined = the endpoint is asked all the same. */
const faultAnswer = (fault: ParsedFault | null): Answer | undefined => {
  switch (fault?.kind) {
    case 'http-500':
      return empty(500);
    case 'http-503':
      return empty(503);
    case 'http-429':
      return empty(429);
    case 'http-status':
      return raw(fault.status, fault.text);
    case 'http-400-text':
      return text(400, fault.text);
    case 'http-400-empty':
      return empty(400);
    case '401':
      return empty(401);
    case 'bad-json':
      return raw(200, '<html><body>Velkommen</body></html>');
    default:
      return undefined;
  }
};

const drop = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
};

const log = (backend: Backend, route: Route, call: ApiCall, uuid: string | null): ((status: number) => void) => {
  if (route.counter !== undefined) backend.traffic.count(route.counter);
  if (route.verb === undefined || route.kind === 'hierarchy') return () => undefined;
  return backend.log.add({ verb: route.verb, kind: route.kind, uuid, body: call.body ?? null, bypassCache: call.bypassCache });
};

/** One request from arrival to answer: counted, logged, slowed down, and misled when a fault says so. */
export const exchange =
  (backend: Backend, route: Route, latencyMs: number, endpoint: Endpoint): RouteHandlerMethod =>
  async (request, reply) => {
    const call = readCall(request);
    const uuid = uuidOf(call, route);
    const leave = backend.traffic.enter(uuid);
    const answered = log(backend, route, call, uuid);
    const fault = backend.faults.take({ method: call.method, kind: route.kind, uuid }, isHttpFault);
    // A connection that ends without an answer ends the exchange too.
    reply.raw.once('close', leave);
    if (fault?.kind === 'hang') return reply.hijack();
    const wait = latencyMs + (fault?.kind === 'slow-ms' ? fault.ms : 0);
    if (wait > 0) await pause(wait);
    if (fault?.kind === 'drop-connection') return drop(request, reply);
    const answer = faultAnswer(fault) ?? endpoint(call);
    if (fault?.kind === 'drop-answer') return drop(request, reply);
    answered(answer.status);
    leave();
    if (fault?.retryAfter !== undefined) reply.header('retry-after', fault.retryAfter);
    if (fault?.location !== undefined) reply.header('location', fault.location);
    return sendAnswer(reply, answer, request.headers.accept);
  };
