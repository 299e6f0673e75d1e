import got, { type Got } from 'got';
import type { KitosSettings } from '../kitos-settings.ts';

/**
 * Kitos as a got instance: addresses below `baseUrl` only, no redirects (one would carry token or password elsewhere), one time limit, answers of
 * any status returned. A connection the server closed while it was idle shows as a reset; a GET is then sent once more at once. Everything
 * else is for the queue to retry, and a login is never sent twice: five refusals lock the account.
 */
export const createKitosHttp = ({ baseUrl, verifyTls, timeoutMs }: KitosSettings, onRequest: () => void): Got =>
  got.extend({
    prefixUrl: baseUrl,
    allowAbsoluteUrls: false,
    followRedirect: false,
    throwHttpErrors: false,
    responseType: 'text',
    headers: { 'user-agent': 'os2bridge', accept: 'application/json' },
    timeout: { request: timeoutMs },
    https: { rejectUnauthorized: verifyTls },
    retry: {
      limit: 1,
      methods: ['GET'],
      statusCodes: [],
      errorCodes: ['ECONNRESET', 'EPIPE'],
      calculateDelay: ({ computedValue }) => (computedValue > 0 ? 1 : 0),
    },
    hooks: { beforeRequest: [() => onRequest()] },
  });
