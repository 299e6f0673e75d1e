import type { MoSettings } from '@os2bridge/config';

/** Settings for a MO at `baseUrl`, without login unless told. */
export const moSettings = (baseUrl: string, changes: Partial<MoSettings> = {}): MoSettings => ({
  baseUrl,
  graphqlVersion: 30,
  login: { kind: 'none' },
  verifyTls: true,
  pageSize: 500,
  timeoutMs: 5000,
  ...changes,
});
