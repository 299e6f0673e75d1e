import { isDeepStrictEqual } from 'node:util';
import { splitAddresses } from './schemas/redis-address.ts';
import type { SettingsMistake } from './settings-error.ts';
import type { Written } from './source/written.ts';
import type { SettingKey } from './table/table.ts';

type AllWritten = ReadonlyMap<SettingKey, Written>;

/**
 * Settings that cannot stand together, as written: also what else is wrong with them does not hide a contradiction. One line each, under the name that
 * should be changed.
 */
export const contradictions = (written: AllWritten): SettingsMistake[] => [
  ...login(written),
  ...userKeySystems(written),
  ...redis(written),
];

const login = (written: AllWritten): SettingsMistake[] => {
  const token = written.get('crontab.SAML_TOKEN');
  const clientId = written.get('mora.auth.client_id');
  if (clientId && token)
    return [{ key: clientId.as, problem: `is given together with ${token.as}; log in to OS2MO one way, and leave the other out` }];
  const first = KEYCLOAK.map((key) => written.get(key)).find((one) => one !== undefined);
  if (first === undefined) return [];
  return KEYCLOAK.filter((key) => !written.has(key)).map((key) => ({ key, problem: `is missing, needed with ${first.as}` }));
};

/** All or none. */
const KEYCLOAK = ['mora.auth.client_id', 'mora.auth.client_secret', 'mora.auth.server'] as const;

const userKeySystems = (written: AllWritten): SettingsMistake[] => {
  const one = written.get('os2sync_user_key_it_system_name');
  const list = written.get('os2sync.user_key_it_system_names');
  if (one === undefined || list === undefined || isDeepStrictEqual([one.value], list.value)) return [];
  return [{ key: one.as, problem: `says something else than ${list.as}, of which it is the one-item form; leave one` }];
};

const redis = (written: AllWritten): SettingsMistake[] => {
  const mode = written.get('redis.mode');
  const name = written.get('redis.sentinel_name');
  const url = written.get('redis.url');
  const sentinel = mode?.value === 'sentinel';
  const mistakes: SettingsMistake[] = [];
  if (sentinel && name === undefined)
    mistakes.push({ key: 'redis.sentinel_name', problem: `is missing, needed with ${mode.as} "sentinel"` });
  if (!sentinel && name !== undefined) mistakes.push({ key: name.as, problem: 'is given, but redis.mode is not "sentinel"' });
  const several = typeof url?.value === 'string' && splitAddresses(url.value).length > 1;
  if (several && (mode === undefined || mode.value === 'single')) {
    mistakes.push({
      key: url.as,
      problem: 'has several addresses, but redis.mode is "single"; expected redis.mode "sentinel" or "cluster"',
    });
  }
  const prefix = written.get('redis.prefix');
  if (mode?.value === 'cluster' && typeof prefix?.value === 'string' && !prefix.value.trim().startsWith('{')) {
    mistakes.push({ key: prefix.as, problem: 'has no braces, but redis.mode is "cluster", where only {…} keeps all keys in one slot' });
  }
  return mistakes;
};
