import { z } from 'zod';
import { errorOfAnswer } from '../http/classify.ts';
import type { KitosAnswer } from '../http/kitos-request.ts';
import { parseAnswer } from '../http/parse-answer.ts';
import type { Sender } from '../http/sender.ts';
import { anyCase } from '../read/any-case.ts';
import { kitosTime } from '../read/wire-values.ts';

export interface FreshToken {
  readonly token: string;
  readonly lifetimeMs: number;
}

/** `refused`: our e-mail and password, or what Kitos lets this account do, and not an outage. */
export type TokenResult = { readonly kind: 'token'; readonly fresh: FreshToken } | { readonly kind: 'refused'; readonly status: number };

const envelope = anyCase({ response: anyCase({ token: z.string().min(1), expires: kitosTime }) });

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** By Kitos' own clock where it shows one, so that ours may be wrong. At least a minute (never a login per request), at most its 24 hours. */
const lifetimeMs = (expires: string, { date }: KitosAnswer): number => {
  const shown = date === null ? Number.NaN : Date.parse(date);
  const left = Date.parse(expires) - (Number.isNaN(shown) ? Date.now() : shown);
  return Math.min(Math.max(left, MINUTE_MS), DAY_MS);
};

/**
 * A token for e-mail and password, sent without any older token: Kitos answers 403 to one that comes along (facts/kitos.md §1).
 * Throws KitosError when there is no proper answer; a refusal is a result, since the caller has to remember it.
 */
export const fetchToken = async (send: Sender, account: { readonly email: string; readonly password: string }): Promise<TokenResult> => {
  const answer = await send({
    operation: 'login',
    method: 'POST',
    path: 'api/authorize/GetToken',
    json: { email: account.email, password: account.password },
  });
  const { status } = answer;
  if (status === 400 || status === 401 || status === 403) return { kind: 'refused', status };
  if (status !== 200) throw errorOfAnswer(answer);
  const { response } = parseAnswer(envelope, answer);
  return { kind: 'token', fresh: { token: response.token, lifetimeMs: lifetimeMs(response.expires, answer) } };
};
