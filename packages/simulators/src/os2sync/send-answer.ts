import type { FastifyReply } from 'fastify';
import type { Answer } from './answer.ts';

/** A string goes out as plain text, unless the client accepts JSON and does not accept everything (facts/os2sync.md §1.3). */
const wantsQuotes = (accept: string | undefined): boolean => accept !== undefined && !accept.includes('*/*') && accept.includes('json');

export const sendAnswer = (reply: FastifyReply, answer: Answer, accept: string | undefined): FastifyReply => {
  reply.code(answer.status);
  if (answer.kind === 'empty') return reply.send();
  if (answer.kind === 'raw') return reply.type('text/html; charset=utf-8').send(answer.body);
  if (answer.kind === 'string' && !wantsQuotes(accept)) return reply.type('text/plain; charset=utf-8').send(answer.text);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.kind === 'string' ? answer.text : answer.value));
};
