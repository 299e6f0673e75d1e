import type { FastifyInstance } from 'fastify';
import type { Authenticator } from '../auth/authenticator.ts';
import type { Faults } from '../sim/faults.ts';

const refused = (error: string, error_description: string) => ({ error, error_description });

const basicCredentials = (header: string | undefined): readonly [string, string] | null => {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  return [decodeURIComponent(id), decodeURIComponent(secret.join(':'))];
};

/** The token endpoint of a Keycloak: the client credentials grant and nothing else. A fault that matches `token` hits it. */
export const keycloakRoutes = (app: FastifyInstance, authenticator: Authenticator, faults: Faults): void => {
  app.post<{ Body: string }>('/auth/realms/:realm/protocol/openid-connect/token', async (request, reply) => {
    const fault = faults.next(['token']);
    if (fault?.kind === 'http-500' || fault?.kind === 'http-502') return reply.code(fault.kind === 'http-500' ? 500 : 502).send('');
    if (fault?.kind === 'hang') return reply.hijack();
    const form = new URLSearchParams(request.body ?? '');
    if (form.get('grant_type') !== 'client_credentials')
      return reply.code(400).send(refused('unsupported_grant_type', 'Unsupported grant_type'));
    const [id, secret] = basicCredentials(request.headers.authorization) ?? [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
    const grant = fault?.kind === 'unauthenticated' ? null : authenticator.grant(id, secret);
    if (grant === null) return reply.code(401).send(refused('unauthorized_client', 'Invalid client or Invalid client credentials'));
    return reply.send({
      access_token: grant.token,
      expires_in: grant.expiresInSeconds,
      refresh_expires_in: 0,
      token_type: 'Bearer',
      'not-before-policy': 0,
      scope: 'email profile',
    });
  });
};
