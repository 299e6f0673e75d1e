import type { FastifyReply } from 'fastify';

/** What goes out. */
export interface Answer {
  readonly status: number;
  readonly type: 'json' | 'text' | 'html' | 'none';
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Rows in it, for the statistics. */
  readonly rows?: number;
}

const TYPES = { json: 'application/json; charset=utf-8', text: 'text/plain; charset=utf-8', html: 'text/html; charset=utf-8' } as const;

export const json = (value: unknown, status = 200): Answer => ({ status, type: 'json', body: JSON.stringify(value) });
export const text = (status: number, body: string): Answer => ({ status, type: 'text', body });

export const sendAnswer = (reply: FastifyReply, { status, type, body, headers = {} }: Answer): FastifyReply => {
  reply.code(status).headers(headers);
  return type === 'none' ? reply.send() : reply.type(TYPES[type]).send(body);
};
