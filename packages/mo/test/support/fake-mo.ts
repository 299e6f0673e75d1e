import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { z } from 'zod';

export interface FakeRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly form: URLSearchParams;
  /** How many requests of this operation (or to this path, for forms) came before. */
  readonly before: number;
}

export interface FakeReply {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  /** Promise that less arrives than the header says, then hang up. */
  readonly cutOff?: boolean;
  /** Reset the connection instead of answering. */
  readonly hangUp?: boolean;
  /** Never answer. */
  readonly silent?: boolean;
  readonly headers?: Record<string, string>;
}

export interface FakeMo {
  readonly url: string;
  readonly seen: FakeRequest[];
  [Symbol.asyncDispose](): Promise<void>;
}

const graphql = z.object({ operationName: z.string(), variables: z.record(z.string(), z.unknown()) });

const isForm = (headers: IncomingHttpHeaders): boolean => headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

/** A real HTTP server that answers as `reply` says: for what a healthy MO never does. */
export const startFakeMo = async (reply: (request: FakeRequest) => FakeReply | Promise<FakeReply>): Promise<FakeMo> => {
  const seen: FakeRequest[] = [];
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const text = await readText(incoming);
    const form = isForm(incoming.headers);
    const body = form ? { operationName: 'token', variables: {} } : graphql.parse(JSON.parse(text));
    const before = seen.filter(({ operation }) => operation === body.operationName).length;
    const request: FakeRequest = {
      path: incoming.url ?? '',
      headers: incoming.headers,
      operation: body.operationName,
      variables: body.variables,
      form: new URLSearchParams(form ? text : ''),
      before,
    };
    seen.push(request);
    const { status = 200, json, text: raw, cutOff, hangUp, silent, headers = {} } = await reply(request);
    if (silent) return;
    if (hangUp) {
      outgoing.destroy();
      return;
    }
    const answer = raw ?? JSON.stringify(json);
    outgoing.writeHead(status, {
      'content-type': raw === undefined ? 'application/json' : 'text/html',
      ...headers,
      ...(cutOff ? { 'content-length': '9999' } : {}),
    });
    if (cutOff) outgoing.write(answer, () => outgoing.destroy());
    else outgoing.end(answer);
  };
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
