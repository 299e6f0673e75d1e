import type { IncomingHttpHeaders } from 'node:http';
import type { Os2moAuth, Os2moClient } from './auth-options.ts';
import { type Caller, LEGACY_ACTOR, MISSING_UUID_ACTOR } from './caller.ts';
import { createTokens, type TokenClaims } from './tokens.ts';

/** Keycloak's default for integration clients, seconds (facts/os2mo.md §2). */
const LIFETIME_SECONDS = 300;

export interface Grant {
  readonly token: string;
  readonly expiresInSeconds: number;
}

export interface Authenticator {
  /** The client credentials grant; null = unknown client or wrong secret. */
  grant(clientId: string, clientSecret: string): Grant | null;
  /** Who a request comes from; null = not authenticated. */
  identify(headers: IncomingHttpHeaders): Caller | null;
  /** A token for anyone, for tests. `lifetimeSeconds` 0 or less = an expired one. */
  issue(claims: Partial<TokenClaims>): string;
  expireTokens(): void;
}

export const createAuthenticator = (auth: Os2moAuth): Authenticator => {
  const tokens = createTokens(MISSING_UUID_ACTOR);
  const settings = auth === 'off' ? {} : auth;
  const clients = new Map<string, Os2moClient>((settings.clients ?? []).map((client) => [client.clientId, client]));
  const lifetime = settings.tokenLifetimeSeconds ?? LIFETIME_SECONDS;
  return {
    grant: (clientId, clientSecret) => {
      const client = clients.get(clientId);
      // With auth off any client gets a token: the caller need not know that nobody looks at it.
      if (auth !== 'off' && client?.clientSecret !== clientSecret) return null;
      const token = tokens.issue({ clientId, uuid: client?.uuid, roles: client?.roles ?? null, lifetimeSeconds: lifetime });
      return { token, expiresInSeconds: Math.floor(lifetime) };
    },
    identify: ({ authorization, session }) => {
      const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
      const caller = token === undefined ? null : tokens.caller(token);
      if (caller !== null) return caller;
      const everyRight = auth === 'off' || (settings.session !== undefined && session === settings.session);
      return everyRight ? { roles: null, uuid: LEGACY_ACTOR } : null;
    },
    issue: ({ clientId = 'test', uuid, roles = null, lifetimeSeconds = lifetime }) =>
      tokens.issue({ clientId, uuid, roles, lifetimeSeconds }),
    expireTokens: tokens.expireAll,
  };
};
