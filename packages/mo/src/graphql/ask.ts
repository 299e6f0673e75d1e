import type { MoSettings } from '@os2bridge/config';
import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import { moAnswer, moDown, moLogin, moQuery } from '../errors/mo-errors.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import type { Poster } from '../http/http-post.ts';
import { parseJson } from '../http/parse-json.ts';
import type { Login, LoginHeaders } from '../login/login.ts';
import type { MoLogger } from '../mo-logger.ts';
import { isNotAuthenticated } from './classify-errors.ts';
import { type GraphqlAnswer, parseGraphqlAnswer } from './graphql-answer.ts';
import type { Query } from './query.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** Sends one query. Gives the answer with its errors, if any; throws a BridgeError when there is no GraphQL answer to give. */
export type Ask = (query: Query, variables?: Variables, signal?: AbortSignal) => Promise<GraphqlAnswer>;

/** MO computes in one process (facts: os2mo §4.9); more requests at once would only wait there. */
const REQUESTS_AT_ONCE = 4;

const readAnswer = (operation: string, { status, text }: HttpAnswer): GraphqlAnswer | 'unauthorised' => {
  if (status === 401) return 'unauthorised';
  if (status === 403)
    throw moLogin('something before OS2MO refuses us (HTTP 403); check the address and whether this machine is let through');
  const body = parseJson(text);
  if (status === 404 && body !== undefined) throw moQuery(operation, 'it does not have this GraphQL version (HTTP 404)');
  if ([400, 405, 413, 415, 422].includes(status)) throw moQuery(operation, `it refused the request (HTTP ${status})`);
  if (status !== 200) throw moDown(operation, `HTTP ${status}`);
  if (body === undefined) throw moDown(operation, 'the answer is no JSON, or was cut off');
  const answer = parseGraphqlAnswer(body);
  if (!answer) throw moAnswer(operation, 'the answer is no GraphQL answer');
  return isNotAuthenticated(answer) ? 'unauthorised' : answer;
};

/** The one way to OS2MO: POST, logged in, a few at once. A login that is refused is renewed once, and the question asked again. */
export const createAsk = (mo: MoSettings, post: Poster, login: Login, logger: MoLogger): Ask => {
  const url = `${mo.baseUrl}/graphql/v${mo.graphqlVersion}`;
  const limit = pLimit(REQUESTS_AT_ONCE);

  const attempt = async (
    query: Query,
    variables: Variables,
    headers: LoginHeaders,
    signal?: AbortSignal,
  ): Promise<GraphqlAnswer | 'unauthorised'> => {
    const requestId = randomUUID();
    const started = performance.now();
    const result = await post({
      url,
      headers: { ...headers, accept: 'application/json', 'x-request-id': requestId },
      body: { json: { query: query.text, operationName: query.operation, variables } },
      signal,
    });
    logger.debug('OS2MO was asked', {
      operation: query.operation,
      requestId,
      status: result.ok ? result.answer.status : null,
      ms: Math.round(performance.now() - started),
    });
    if (!result.ok) throw moDown(query.operation, result.what);
    return readAnswer(query.operation, result.answer);
  };

  const refused = (): Error =>
    moLogin('OS2MO answers "User is not authenticated", also to a new login; check the client, and that OS2MO trusts this Keycloak');

  return async (query, variables = {}, signal) =>
    await limit(async () => {
      signal?.throwIfAborted();
      const headers = await login.headers();
      if (!headers) throw refused();
      const answer = await attempt(query, variables, headers, signal);
      if (answer !== 'unauthorised') return answer;
      const fresh = await login.headers(headers);
      if (!fresh) throw refused();
      const second = await attempt(query, variables, fresh, signal);
      if (second === 'unauthorised') throw refused();
      return second;
    });
};
