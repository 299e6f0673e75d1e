import type { FastifyReply } from 'fastify';

/** Sends JSON text with the bare content type OS2MO uses; as bytes, because fastify would add a charset to a text. */
export const sendJson = (reply: FastifyReply, body: string, status = 200): FastifyReply =>
  reply.code(status).header('content-type', 'application/json').send(Buffer.from(body));

/** FastAPI's way to refuse. */
export const sendDetail = (reply: FastifyReply, status: number, detail: string): FastifyReply =>
  sendJson(reply, JSON.stringify({ detail }), status);
