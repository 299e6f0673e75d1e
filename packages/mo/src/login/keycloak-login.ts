import type { MoLogin } from '@os2bridge/config';
import { performance } from 'node:perf_hooks';
import type { Poster } from '../http/http-post.ts';
import { fetchToken } from './fetch-token.ts';
import type { Login, LoginHeaders } from './login.ts';

/** When a token should be replaced, in ms of its age: at 80 % or 30 s before its end, whichever is sooner, but never before half of it. */
export const renewalAge = (lifetimeSeconds: number): number =>
  Math.max(lifetimeSeconds / 2, Math.min(lifetimeSeconds * 0.8, lifetimeSeconds - 30)) * 1000;

/**
 * Client credentials at Keycloak. One token for everybody, renewed before it ends (300 s at Magenta's); callers that need a new one at the
 * same time share one fetch. Age is measured on the monotonic clock, so a corrected system clock changes nothing.
 */
export const createKeycloakLogin = (settings: MoLogin & { readonly kind: 'keycloak' }, post: Poster): Login => {
  let held: { readonly headers: LoginHeaders; readonly renewAt: number } | null = null;
  let fetching: Promise<LoginHeaders> | null = null;

  const renew = async (): Promise<LoginHeaders> => {
    const asked = performance.now();
    const token = await fetchToken(settings, post);
    const headers = { authorization: `Bearer ${token.access_token}` };
    held = { headers, renewAt: asked + renewalAge(token.expires_in) };
    return headers;
  };

  return {
    headers: async (rejected) => {
      if (held && held.headers !== rejected && performance.now() < held.renewAt) return held.headers;
      fetching ??= renew().finally(() => {
        fetching = null;
      });
      return await fetching;
    },
  };
};
