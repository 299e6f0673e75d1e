import { DEFAULT_ACCOUNT } from '../login/kitos-account.ts';
import type { KitosMeta } from './kitos-meta.ts';

/** The settings that fit a generated Kitos, under the seed's own keys; address and Rollekatalog are the caller's. */
export const kitosSettings = ({ cvr, systemOwnerRole, systemResponsibleRole }: KitosMeta): Readonly<Record<string, unknown>> => ({
  'rc.integrations.kitos.enabled': true,
  'rc.integrations.kitos.cvr': cvr,
  'rc.integrations.kitos.systemOwnerRoleUUID': systemOwnerRole,
  'rc.integrations.kitos.systemResponsibleRoleUUID': systemResponsibleRole,
  'di.kitosClient.email': DEFAULT_ACCOUNT.email,
  'di.kitosClient.password': DEFAULT_ACCOUNT.password,
});
