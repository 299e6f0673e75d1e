import type { Logger } from '@os2bridge/logging';
import type { Got } from 'got';
import { errorOfConnection } from './classify.ts';
import type { KitosAnswer, KitosRequest } from './kitos-request.ts';

/** What the client says besides its answers: each request at debug. */
export type KitosLogger = Pick<Logger, 'debug'>;

export type Sending = KitosRequest &
  ({ readonly method: 'GET'; readonly token: string } | { readonly method: 'POST'; readonly json: Readonly<Record<string, string>> });

/** Sends one request. Any status is an answer; no answer is thrown as KitosError, an abort as the signal's own reason. */
export type Sender = (sending: Sending) => Promise<KitosAnswer>;

export const createSender = (http: Got, logger: KitosLogger): Sender => {
  const answer = async (sending: Sending): Promise<KitosAnswer> => {
    const { operation, path, query, signal } = sending;
    const response = await http(path, {
      method: sending.method,
      ...(sending.method === 'GET' ? { headers: { authorization: `Bearer ${sending.token}` } } : { json: sending.json }),
      ...(query !== undefined && { searchParams: query }),
      ...(signal !== undefined && { signal }),
    });
    const { 'retry-after': retryAfter = null, date = null } = response.headers;
    return { operation, status: response.statusCode, body: response.body, retryAfter, date };
  };
  return async (sending) => {
    const { operation, query, signal } = sending;
    const started = performance.now();
    try {
      const answered = await answer(sending);
      logger.debug('Kitos answered', {
        operation,
        page: query?.['page'] ?? null,
        status: answered.status,
        ms: Math.round(performance.now() - started),
      });
      return answered;
    } catch (error) {
      signal?.throwIfAborted();
      throw errorOfConnection(error, operation);
    }
  };
};
