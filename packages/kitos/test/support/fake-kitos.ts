import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text as readText } from 'node:stream/consumers';

export interface FakeRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

export interface FakeReply {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Record<string, string>;
}

/** A real HTTP server for what a healthy Kitos never does; the login works unless `reply` answers it. */
export const startFakeKitos = async (reply: (request: FakeRequest) => FakeReply | null) => {
  const seen: FakeRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const answer = async (): Promise<void> => {
      await readText(incoming);
      const { pathname: path, searchParams: query } = new URL(incoming.url ?? '', 'http://fake');
      const request = { path, query, headers: incoming.headers };
      seen.push(request);
      const expires = new Date(Date.now() + 86_400_000).toISOString();
      const login: FakeReply = { json: { msg: '', response: { token: 'et-token', expires } } };
      const { status = 200, json, text, headers = {} } = reply(request) ?? login;
      outgoing.writeHead(status, { 'content-type': text === undefined ? 'application/json' : 'text/html', ...headers });
      outgoing.end(text ?? JSON.stringify(json));
    };
    answer().catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
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
