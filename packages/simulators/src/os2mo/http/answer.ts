import type { FastifyReply } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';
import type { Os2moFault } from '../sim/faults.ts';
import { sendJson } from './send-json.ts';

/** A slow fault's delay when it names none. */
const SLOW_MS = 1000;

/** Answers that need no execution: what a broken server, proxy or network does. Null = the request is to be carried out. */
export const faultyAnswer = (reply: FastifyReply, fault: Os2moFault | null): FastifyReply | null => {
  switch (fault?.kind) {
    case 'http-500':
      return sendJson(reply, JSON.stringify({ error: true, description: 'simulated', status: 500, error_key: 'E_UNKNOWN' }), 500);
    case 'http-502':
      return reply.code(502).type('text/html').send('<html><body>502 Bad Gateway</body></html>');
    case 'bad-json':
      return sendJson(reply, '{"data": {"org_units": <html>');
    case 'hang':
      // The socket stays open until the client gives up or the simulator closes.
      reply.hijack();
      return reply;
    default:
      return null;
  }
};

/** Sends the answer, late or cut off in the middle if the fault says so. */
export const sendAnswer = async (reply: FastifyReply, body: string, fault: Os2moFault | null, delayMs: number): Promise<FastifyReply> => {
  const delay = delayMs + (fault?.kind === 'slow-ms' ? (fault.ms ?? SLOW_MS) : 0);
  if (delay > 0) await wait(delay);
  if (fault?.kind !== 'truncated') return sendJson(reply, body);
  reply.hijack();
  const bytes = Buffer.from(body);
  reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
  reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => reply.raw.destroy());
  return reply;
};
