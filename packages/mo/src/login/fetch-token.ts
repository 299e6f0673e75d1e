import type { MoLogin } from '@os2bridge/config';
import { z } from 'zod';
import { moLogin } from '../errors/mo-errors.ts';
import { parseJson } from '../http/parse-json.ts';
import type { Poster } from '../http/http-post.ts';

const token = z.object({ access_token: z.string().min(1), expires_in: z.number().nonnegative() });
const refusal = z.object({ error: z.string() });

/** Keycloak's own word for what is wrong (`invalid_client` …), shown only when it looks like one of RFC 6749's codes. */
const refusalCode = (body: unknown): string | null => {
  const parsed = refusal.safeParse(body);
  return parsed.success && /^[a-z_]{1,40}$/.test(parsed.data.error) ? parsed.data.error : null;
};

/**
 * A new access token by client credentials. Throws `mo-login`: fate pause when Keycloak refuses the client (400, 401, 403) or does not know
 * the realm (404 with its own JSON), later when it is out of order.
 */
export const fetchToken = async (settings: MoLogin & { readonly kind: 'keycloak' }, post: Poster): Promise<z.infer<typeof token>> => {
  const result = await post({
    url: `${settings.server.replace(/\/+$/, '')}/realms/${encodeURIComponent(settings.realm)}/protocol/openid-connect/token`,
    headers: { accept: 'application/json' },
    body: { form: { grant_type: 'client_credentials', client_id: settings.clientId, client_secret: settings.clientSecret } },
  });
  if (!result.ok) throw moLogin(`the login server (Keycloak) gave ${result.what}; it is tried again later`, 'later');
  const { status, text } = result.answer;
  const body = parseJson(text);
  const code = refusalCode(body);
  if ([400, 401, 403].includes(status)) {
    throw moLogin(
      `Keycloak refuses the client (HTTP ${status}${code === null ? '' : `, ${code}`}); check client id and client secret in the settings`,
    );
  }
  if (status === 404 && body !== undefined)
    throw moLogin('Keycloak does not know the realm (HTTP 404); check auth server and realm in the settings');
  const parsed = token.safeParse(body);
  if (status !== 200 || !parsed.success)
    throw moLogin(`the login server (Keycloak) gave no token (HTTP ${status}); it is tried again later`, 'later');
  return parsed.data;
};
