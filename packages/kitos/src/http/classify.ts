/**
 * Which error an answer, or the lack of one, is; by status only, since Kitos' bodies differ from endpoint to endpoint and from version to version
 * (facts/kitos.md §3, §9). `pause` where every request would fail alike, `later` where doubt remains: it costs a few requests.
 */
import type { BridgeErrorOptions } from '@os2bridge/model';
import { KitosError, type KitosOperation } from '../kitos-error.ts';
import type { KitosAnswer } from './kitos-request.ts';

const HOUR_MS = 3_600_000;

/** Seconds or an HTTP date; null when there is none or it makes no sense. At most an hour: a wrong clock there must not park a job for days. */
const waitMs = (retryAfter: string | null): number | null => {
  if (retryAfter === null) return null;
  const ms = /^\s*\d+\s*$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), HOUR_MS);
};

/** Kitos is out of order, or says wait. */
const kitosDown = (operation: KitosOperation, what: string, status: number | null, retryAfterMs: number | null = null): KitosError => {
  const options: BridgeErrorOptions = retryAfterMs === null ? { fate: 'later' } : { fate: 'after', retryAfterMs };
  return new KitosError('kitos-down', `OS2kitos ${what} (${operation}). It is tried again.`, operation, status, options);
};

/** A 200 that is not what Kitos sends: a proxy's page, a cut-off body, rows out of order. `problem` holds no values. */
export const kitosAnswer = (operation: KitosOperation, problem: string, status = 200): KitosError =>
  new KitosError(
    'kitos-answer',
    `OS2kitos' answer makes no sense: ${problem} (${operation}). Nothing is concluded from it; it is tried again.`,
    operation,
    status,
    { fate: 'later' },
  );

/** The error that a refused request is. A 401 is the login's business and does not come here. */
export const errorOfAnswer = ({ operation, status, retryAfter }: KitosAnswer): KitosError => {
  if (status === 408 || status === 425 || status === 429 || status >= 500)
    return kitosDown(operation, `answered ${status}`, status, status === 429 || status === 503 ? waitMs(retryAfter) : null);
  if (status >= 200 && status < 300) return kitosAnswer(operation, `${status} where 200 was expected`, status);
  if (status === 403) {
    const todo =
      'Check in Kitos that the service account has API access, a role in the organisation, and no rights holder access anywhere.';
    return new KitosError('kitos-forbidden', `OS2kitos refuses us (403, ${operation}). ${todo}`, operation, status, { fate: 'pause' });
  }
  if (status === 400) {
    // A list is asked for with our own fixed parameters: what is refused once is refused always. A single one has its uuid only.
    const fate = operation === 'usage' ? 'never' : 'pause';
    const what = `OS2kitos does not accept our question (400, ${operation}).`;
    return new KitosError('kitos-rejected', `${what} Its interface may have changed; a newer os2bridge may know it.`, operation, status, {
      fate,
    });
  }
  // 3xx, 404, 405 …: Kitos answers none of these to a list: address or proxy is wrong, or the organisation is gone.
  const todo = 'Check the address in the settings, what stands between us and OS2kitos, and that the organisation still exists there.';
  return new KitosError('kitos-unexpected', `OS2kitos answered ${status} (${operation}). ${todo}`, operation, status, { fate: 'pause' });
};

const TLS_CODES = /^(CERT_|ERR_TLS_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;

/** The error of a request without an answer. A certificate we do not trust fails every request: pause. Everything else is an outage. */
export const errorOfConnection = (error: unknown, operation: KitosOperation): KitosError => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  if (!TLS_CODES.test(code))
    return kitosDown(operation, code === 'ETIMEDOUT' ? 'did not answer in time' : `cannot be reached: ${code}`, null);
  const message = `OS2kitos' certificate is not trusted: ${code} (${operation}). Check the certificate, or switch its check off in the settings.`;
  return new KitosError('kitos-tls', message, operation, null, { fate: 'pause' });
};
