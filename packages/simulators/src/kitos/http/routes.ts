import { createDeletionEndpoint } from './deletion-endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import type { KitosSimOperation } from './faults.ts';
import { listOrganisations, oneOrganisation } from './organisation-endpoints.ts';
import { listRoleTypes, oneRoleType } from './role-type-endpoints.ts';
import { listSystems, oneSystem } from './system-endpoints.ts';
import { listUsages, oneUsage } from './usage-endpoints.ts';
import { listUsers, oneUser } from './user-endpoints.ts';

/** A path below `/api/v2`, what it is called, and who answers. */
export interface KitosRoute {
  readonly path: string;
  readonly operation: KitosSimOperation;
  readonly endpoint: Endpoint;
}

export const kitosRoutes = (): readonly KitosRoute[] => [
  { path: 'organizations', operation: 'organisations', endpoint: listOrganisations },
  { path: 'organizations/:id', operation: 'organisations', endpoint: oneOrganisation },
  { path: 'organizations/:id/users', operation: 'users', endpoint: listUsers },
  { path: 'organizations/:id/users/:subId', operation: 'users', endpoint: oneUser },
  { path: 'it-systems', operation: 'systems', endpoint: listSystems },
  { path: 'it-systems/:id', operation: 'systems', endpoint: oneSystem },
  { path: 'it-system-usages', operation: 'usages', endpoint: listUsages },
  { path: 'it-system-usages/:id', operation: 'usage', endpoint: oneUsage },
  { path: 'it-system-usage-role-types', operation: 'role-types', endpoint: listRoleTypes },
  { path: 'it-system-usage-role-types/:id', operation: 'role-types', endpoint: oneRoleType },
  { path: 'delta-feed/deleted-entities', operation: 'deletions', endpoint: createDeletionEndpoint() },
];
