import { splitAddresses } from './schemas/redis-address.ts';
import type { Settings } from './settings.ts';

/** Every secret in the settings, for whoever must see to it that none is ever printed (the logger's `secrets`). */
export const secretsOf = ({ mo, os2sync, redis, ledger }: Settings): string[] => [
  ...(mo.login.kind === 'keycloak' ? [mo.login.clientSecret] : mo.login.kind === 'session' ? [mo.login.token] : []),
  ...(os2sync.apiKey === null ? [] : [os2sync.apiKey]),
  ledger.hashKey,
  ...splitAddresses(redis.url)
    .flatMap((address) => [new URL(address).password, decodeURIComponent(new URL(address).password)])
    .filter((password) => password !== ''),
];
