import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Latency } from '../../simulator.ts';
import type { Authenticator } from '../auth/authenticator.ts';
import { executeRequest, type GraphqlAnswer, refusal } from '../execute/execute-request.ts';
import { type GraphqlRequest, readGraphqlBody } from '../execute/graphql-request.ts';
import { chosenOperation, createDocumentCache, rootFields } from '../execute/prepared-documents.ts';
import { sdlOf } from '../schema/sdl.ts';
import type { Os2moFault } from '../sim/faults.ts';
import { withNullCurrent } from '../sim/null-current.ts';
import type { Os2moState } from '../sim/os2mo-state.ts';
import { faultyAnswer, sendAnswer } from './answer.ts';
import { darStateOf } from './dar-fault.ts';
import { sendDetail, sendJson } from './send-json.ts';

const TEXT_TYPE = 'text/plain; charset=utf-8';

/** The versions OS2MO 66 speaks (facts/os2mo.md §1.1). */
const OLDEST = 21;
const LATEST = 30;

const versionOf = (text: string): number | null => {
  const version = /^v(\d+)$/.exec(text)?.[1];
  return version !== undefined && Number(version) >= OLDEST && Number(version) <= LATEST ? Number(version) : null;
};

interface VersionParams {
  readonly Params: { readonly version: string };
}

/** `POST /graphql/vN`, its schema, and what a wrong address or body is told. */
export const graphqlRoutes = (app: FastifyInstance, state: Os2moState, authenticator: Authenticator, latency: Latency): void => {
  const prepare = createDocumentCache();

  /** Runs one request: what it changes is kept when nothing fails, and becomes events later. */
  const run = async (
    version: number,
    body: GraphqlRequest,
    caller: ReturnType<Authenticator['identify']>,
    fault: Os2moFault | null,
    count: (objects: number) => void,
  ): Promise<GraphqlAnswer> => {
    if (caller === null || fault?.kind === 'unauthenticated') return refusal('User is not authenticated');
    if (fault?.kind === 'graphql-error') return refusal(fault.message ?? 'simulated fault');
    const context = state.context({ version, caller, dar: darStateOf(fault), count });
    const answered = await executeRequest(prepare(version, body.query), body, context);
    if (answered.errors !== undefined) context.transaction.rollback();
    else state.emitter.changed(context.transaction.changes());
    return fault?.kind === 'null-current' ? withNullCurrent(answered) : answered;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply, version: number, body: GraphqlRequest): Promise<FastifyReply> => {
    const operation = chosenOperation(prepare(version, body.query), body.operationName);
    const fields = rootFields(operation);
    const name = operation?.name?.value;
    state.stats.request(name ?? fields.join('+'));
    const fault = state.faults.next(name === undefined ? fields : [name, ...fields]);
    const broken = faultyAnswer(reply, fault);
    if (broken !== null) return broken;

    let objects = 0;
    const found = await run(version, body, authenticator.identify(request.headers), fault, (count) => {
      objects += count;
    });
    state.stats.objects(objects);
    return sendAnswer(reply, JSON.stringify(found), fault, latency.perRequestMs + (latency.perObjectMs ?? 0) * objects);
  };

  app.post<VersionParams & { Body: string }>('/graphql/:version', async (request, reply) => {
    const version = versionOf(request.params.version);
    if (version === null) return sendDetail(reply, 404, 'Not Found');
    const body = readGraphqlBody(request.headers['content-type'], request.body ?? '');
    return typeof body === 'string' ? reply.code(400).type(TEXT_TYPE).send(body) : answer(request, reply, version, body);
  });
  app.get<VersionParams & { Querystring: { query?: string } }>('/graphql/:version', async (request, reply) => {
    const version = versionOf(request.params.version);
    if (version === null) return sendDetail(reply, 404, 'Not Found');
    const { query } = request.query;
    return query === undefined
      ? reply.type('text/html').send('<!doctype html><title>OS2MO simulator</title>')
      : answer(request, reply, version, { query });
  });

  app.get<VersionParams>('/graphql/:version/schema.graphql', async (request, reply) => {
    const version = versionOf(request.params.version);
    return version === null ? sendDetail(reply, 404, 'Not Found') : reply.type(TEXT_TYPE).send(sdlOf(version));
  });

  const toVersion = (request: FastifyRequest, reply: FastifyReply, version: string): FastifyReply =>
    reply.redirect(`${request.protocol}://${request.host}/graphql/${version}`, 307);
  for (const url of ['/graphql', '/graphql/']) {
    app.get(url, async (request, reply) => toVersion(request, reply, `v${LATEST}`));
    app.post(url, async (_request, reply) => sendDetail(reply, 405, 'Method Not Allowed'));
  }
  app.post<VersionParams>('/graphql/:version/', async (request, reply) => toVersion(request, reply, request.params.version));

  app.get('/version/', async (_request, reply) => {
    const { mo_version, mo_hash } = state.store().version;
    return sendJson(reply, JSON.stringify({ mo_hash, mo_version, lora_version: mo_version }));
  });
  app.setNotFoundHandler(async (_request, reply) => sendDetail(reply, 404, 'Not Found'));
};
