import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Os2syncSettings } from '@os2bridge/config';
import got, { type Got, type OptionsInit } from 'got';

/**
 * A connection that OS2sync closed while idle shows itself only when used again; a GET may then be sent once more at once. Everything
 * else is left to the queue: its attempts would multiply with ours, and a POST may have been taken before its answer was lost.
 */
const RETRY: OptionsInit['retry'] = {
  limit: 1,
  methods: ['GET'],
  statusCodes: [],
  errorCodes: ['ECONNRESET', 'EPIPE'],
  backoffLimit: 0,
  noise: 0,
};

/**
 * OS2sync's API as a got instance: addresses relative to `apiUrl` only, kept connections, our headers, one time limit, no redirects
 * (a 3xx would carry the key and a CPR elsewhere). Answers of any status are returned, not thrown.
 */
export const createOs2syncHttp = (settings: Os2syncSettings, onRequest: () => void, base: Got = got): Got => {
  const connections = { keepAlive: true, maxSockets: settings.concurrency };
  return base.extend({
    prefixUrl: settings.apiUrl,
    allowAbsoluteUrls: false,
    agent: { http: new HttpAgent(connections), https: new HttpsAgent({ ...connections, rejectUnauthorized: settings.verifyTls }) },
    https: { rejectUnauthorized: settings.verifyTls },
    headers: {
      'user-agent': 'os2bridge',
      accept: 'application/json',
      cvr: settings.cvr,
      ...(settings.apiKey !== null && { apikey: settings.apiKey }),
    },
    timeout: { request: settings.timeoutMs },
    retry: RETRY,
    followRedirect: false,
    throwHttpErrors: false,
    responseType: 'text',
    hooks: { beforeRequest: [onRequest] },
  });
};
