import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { KitosState } from '../kitos-state.ts';
import { sendAnswer, text, type Answer } from './answer.ts';
import type { KitosSimOperation, ParsedKitosFault } from './faults.ts';

/** A request taken apart. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** null = none came along. */
  readonly token: string | null;
  readonly id: string;
  readonly subId: string;
}

const parameter = (request: FastifyRequest, name: string): string => {
  const { params } = request;
  if (typeof params !== 'object' || params === null) return '';
  const value: unknown = Object.entries(params).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value.toLowerCase() : '';
};

const readIncoming = (request: FastifyRequest): Incoming => {
  const { pathname, searchParams } = new URL(request.url, 'http://simulator');
  const { authorization } = request.headers;
  return {
    method: request.method,
    path: pathname,
    query: searchParams,
    body: typeof request.body === 'string' ? request.body : '',
    token: authorization === undefined ? null : authorization.replace(/^bearer\s+/i, ''),
    id: parameter(request, 'id'),
    subId: parameter(request, 'subId'),
  };
};

/** What a fault answers instead of Kitos; undefined = Kitos is asked all the same. */
const faultAnswer = (state: KitosState, fault: ParsedKitosFault | null): Answer | undefined => {
  const wait = fault?.retryAfter === undefined ? {} : { headers: { 'retry-after': String(fault.retryAfter) } };
  switch (fault?.kind) {
    case 'http-500':
      return text(500, 'simulated');
    case 'http-503':
      return { ...text(503, 'simulated'), ...wait };
    case 'http-429':
      return { ...text(429, 'simulated'), ...wait };
    case 'http-status': {
      const headers = fault.location === undefined ? {} : { location: fault.location };
      return { status: fault.status, type: 'html', body: fault.text, headers };
    }
    case '401':
      return state.refuse.unauthorised();
    case 'bad-json':
      return { status: 200, type: 'json', body: '[{"uuid": <html>' };
    default:
      return undefined;
  }
};

const cutOff = (reply: FastifyReply, { body }: Answer): FastifyReply => {
  reply.hijack();
  const bytes = Buffer.from(body);
  reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
  reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => reply.raw.destroy());
  return reply;
};

/** One request from arrival to answer: logged, slowed down, and misled when a fault says so. */
export const exchange =
  (state: KitosState, operation: KitosSimOperation, latencyMs: number, answer: (incoming: Incoming) => Answer): RouteHandlerMethod =>
  async (request, reply) => {
    const incoming = readIncoming(request);
    const { method, path, query, token } = incoming;
    const done = state.traffic.enter({ method, path, operation, query: Object.fromEntries(query), authorised: token !== null });
    reply.raw.once('close', () => done(null));
    const fault = state.faults.take(operation, Number(query.get('page') ?? 0));
    if (fault?.kind === 'hang') return reply.hijack();
    const wait = latencyMs + (fault?.kind === 'slow-ms' ? fault.ms : 0);
    if (wait > 0) await pause(wait);
    if (fault?.kind === 'drop-connection') {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
    const answered = faultAnswer(state, fault) ?? answer(incoming);
    if (fault?.kind === 'truncated') return cutOff(reply, answered);
    done(answered.status, answered.rows);
    return sendAnswer(reply, answered);
  };
