import got, { RequestError } from 'got';
import type { HttpAnswer } from './http-answer.ts';

export interface HttpPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly json: unknown } | { readonly form: Readonly<Record<string, string>> };
  readonly signal?: AbortSignal | undefined;
}

export type PostResult = { readonly ok: true; readonly answer: HttpAnswer } | { readonly ok: false; readonly what: string };

export type Poster = (post: HttpPost) => Promise<PostResult>;

const describe = (error: unknown, timeoutMs: number): string => {
  const code = error instanceof RequestError ? error.code : 'unknown error';
  return code === 'ETIMEDOUT' ? `no answer within ${Math.ceil(timeoutMs / 1000)} seconds` : `the connection failed (${code})`;
};

/**
 * Sends POST requests and never throws but for an abort: got's errors hold the request with its secrets, so only a description gets out.
 * No redirects: MO has none to offer, and a redirect would carry the token elsewhere. A connection the server closed while it was idle
 * shows as a reset; everything sent here is a read, so that is tried once more at once. Anything else is for the queue to retry.
 */
export const createPoster = (options: {
  readonly verifyTls: boolean;
  readonly timeoutMs: number;
  readonly onSend?: () => void;
}): Poster => {
  const client = got.extend({
    method: 'POST',
    responseType: 'text',
    throwHttpErrors: false,
    followRedirect: false,
    timeout: { request: options.timeoutMs },
    https: { rejectUnauthorized: options.verifyTls },
    retry: {
      limit: 1,
      methods: ['POST'],
      statusCodes: [],
      errorCodes: ['ECONNRESET', 'EPIPE'],
      calculateDelay: ({ computedValue }) => (computedValue > 0 ? 1 : 0),
    },
    hooks: {
      beforeRequest: [
        () => {
          options.onSend?.();
        },
      ],
    },
  });
  return async ({ url, headers, body, signal }) => {
    try {
      const response = await client(url, { headers: { ...headers }, ...body, ...(signal ? { signal } : {}) });
      return { ok: true, answer: { status: response.statusCode, text: response.body } };
    } catch (error) {
      signal?.throwIfAborted();
      return { ok: false, what: describe(error, options.timeoutMs) };
    }
  };
};
