import type { Logger } from '@os2bridge/logging';
import type { Got } from 'got';
import { errorOfCallOff, errorOfConnection, type Asked, type Os2syncAnswer } from './classify.ts';
import type { Slots } from './slots.ts';

export interface Os2syncRequest extends Asked {
  /** Relative to the API's address; built from fixed words and checked uuids only. */
  readonly path: string;
  readonly body?: object;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** false: sent once, whatever happens (a hierarchy can be read only once). */
  readonly again?: boolean;
}

/** Sends one request when a slot is free. Any status is an answer; no answer is thrown as Os2syncError. */
export type Sender = (request: Os2syncRequest) => Promise<Os2syncAnswer>;

export const createSender = (http: Got, slots: Slots, logger: Logger): Sender => {
  const send = async (request: Os2syncRequest): Promise<Os2syncAnswer> => {
    const { method, path, body, query, headers, signal } = request;
    const response = await http(path, {
      method,
      ...(body !== undefined && { json: body }),
      ...(query !== undefined && { searchParams: query }),
      ...(headers !== undefined && { headers }),
      ...(signal !== undefined && { signal }),
      ...(request.again === false && { retry: { limit: 0 } }),
    });
    const retryAfter = response.headers['retry-after'] ?? null;
    return { status: response.statusCode, body: response.body, retryAfter };
  };
  return (request) =>
    slots.run(async () => {
      const started = performance.now();
      const { method, subject } = request;
      try {
        const answer = await send(request);
        const ms = Math.round(performance.now() - started);
        logger.debug('os2sync answered', { method, kind: subject.kind, uuid: subject.uuid, status: answer.status, ms });
        return answer;
      } catch (error) {
        throw request.signal?.aborted ? errorOfCallOff(request) : errorOfConnection(error, request);
      }
    });
};
