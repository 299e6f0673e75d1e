import { randomBytes } from 'node:crypto';
import type { Caller } from './caller.ts';

export interface TokenClaims {
  readonly clientId: string;
  readonly uuid?: string | undefined;
  /** null = every role. */
  readonly roles: readonly string[] | null;
  readonly lifetimeSeconds: number;
}

/** Tokens that look like Keycloak's and are accepted while they live. Their time is the real one, also while the simulator's stands still. */
export interface Tokens {
  issue(claims: TokenClaims): string;
  /** Who a token speaks for; null = unknown or expired. */
  caller(token: string): Caller | null;
  /** Makes every token issued so far worthless. */
  expireAll(): void;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const createTokens = (missingUuid: string): Tokens => {
  const grants = new Map<string, { readonly caller: Caller; readonly expires: number }>();
  return {
    issue: ({ clientId, uuid, roles, lifetimeSeconds }) => {
      const expires = Date.now() + lifetimeSeconds * 1000;
      const claims = {
        azp: clientId,
        ...(uuid !== undefined && { uuid }),
        exp: Math.floor(expires / 1000),
        realm_access: { roles: roles ?? ['admin'] },
      };
      const token = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.${randomBytes(32).toString('base64url')}`;
      for (const [old, grant] of grants) if (grant.expires <= Date.now()) grants.delete(old);
      grants.set(token, { caller: { uuid: uuid ?? missingUuid, roles: roles === null ? null : new Set(roles) }, expires });
      return token;
    },
    caller: (token) => {
      const grant = grants.get(token);
      return grant !== undefined && grant.expires > Date.now() ? grant.caller : null;
    },
    expireAll: () => grants.clear(),
  };
};
