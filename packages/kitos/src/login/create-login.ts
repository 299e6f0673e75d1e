import { KitosError } from '../kitos-error.ts';
import type { KitosSettings } from '../kitos-settings.ts';
import type { Sender } from '../http/sender.ts';
import { fetchToken } from './fetch-token.ts';
import type { Login } from './login.ts';

/**
 * Kitos locks an account for a minute after five refusals in a row, and then refuses the right password too (facts/kitos.md §1). One try in five
 * minutes stays far below that, with several workers as well.
 */
export const LOGIN_PAUSE_MS = 300_000;

/** A token is replaced five minutes before its end, or at nine tenths of a shorter life. */
const useFor = (lifetimeMs: number): number => Math.max(lifetimeMs - 300_000, lifetimeMs * 0.9);

const WHY =
  'Check e-mail and password, and in Kitos that the account exists, has API access and belongs to the organisation; Kitos does not say which. ' +
  'After five refusals it locks the account for a minute.';

/** @param now a clock in milliseconds that only has to run steadily */
export const createLogin = (settings: KitosSettings, send: Sender, now: () => number): Login => {
  let held: { readonly token: string; readonly renewAt: number } | null = null;
  let fetching: Promise<string> | null = null;
  let refusal: { readonly what: string; readonly status: number; readonly until: number } | null = null;

  const refuse = (what: string, status: number): KitosError => {
    held = null;
    refusal = { what, status, until: now() + LOGIN_PAUSE_MS };
    return errorOfRefusal();
  };

  const errorOfRefusal = (): KitosError => {
    const seconds = Math.ceil(((refusal?.until ?? 0) - now()) / 1_000);
    const message = `The login at OS2kitos failed: ${refusal?.what ?? 'refused'}. ${WHY} The next try is possible in ${seconds} seconds.`;
    return new KitosError('kitos-login', message, 'login', refusal?.status ?? null, { fate: 'pause' });
  };

  const renew = async (): Promise<string> => {
    if (refusal !== null && now() < refusal.until) throw errorOfRefusal();
    const asked = now();
    const result = await fetchToken(send, settings);
    if (result.kind === 'refused') throw refuse(`e-mail and password are refused (${result.status})`, result.status);
    refusal = null;
    const { token, lifetimeMs } = result.fresh;
    held = { token, renewAt: asked + useFor(lifetimeMs) };
    return token;
  };

  return {
    // Callers that need a new token at the same time share one login.
    token: async (rejected) => {
      if (held !== null && held.token !== rejected && now() < held.renewAt) return held.token;
      fetching ??= renew().finally(() => {
        fetching = null;
      });
      return await fetching;
    },
    refused: (token) => {
      // Somebody else may have got a better one meanwhile.
      if (held !== null && held.token !== token)
        return new KitosError('kitos-login', 'OS2kitos refused a token that was replaced meanwhile.', 'login', 401, { fate: 'later' });
      return refuse('a new token is refused too (401)', 401);
    },
  };
};
