import type { Uuid } from '@os2bridge/model';
import type { DeletableType, KitosDeletion } from './read/deletions.ts';
import type { ChangeOptions, ListOptions } from './read/list-options.ts';
import type { KitosOrganisation } from './read/organisation.ts';
import type { KitosSystem } from './read/systems.ts';
import type { KitosUsage } from './read/usages.ts';
import type { KitosRoleType } from './read/usage-role-types.ts';
import type { KitosUser } from './read/users.ts';
import type { KitosTime } from './time/kitos-time.ts';

/**
 * What the bridge reads from one OS2kitos (facts/kitos.md). It writes nothing there. Lists come page by page, each when it is asked for, and end only
 * where Kitos' list ends; a list that throws half-way has said nothing about what it did not give.
 *
 * Every method throws KitosError (a BridgeError): `kitos-down`, `kitos-answer` (later, or after what Kitos says), `kitos-login`,
 * `kitos-forbidden`, `kitos-rejected`, `kitos-organisation`, `kitos-unexpected`, `kitos-tls` (pause); or the reason of the signal that stopped it.
 */
export interface KitosClient {
  /** The one organisation with exactly this CVR number; none or several is `kitos-organisation`. */
  organisation(cvr: string, options?: ListOptions): Promise<KitosOrganisation>;
  /** Roles on usages that the organisation can give; those it has switched off are not among them. */
  usageRoleTypes(organisation: Uuid, options?: ListOptions): Promise<readonly KitosRoleType[]>;
  /**
   * Usages, all or those changed at `changedSince` or later, oldest change first. One edited meanwhile comes again, with its later time; none that
   * stays is missed. The filter does not tell an unknown organisation from one without usages: an empty list proves nothing.
   */
  usages(organisation: Uuid, options?: ChangeOptions): AsyncIterable<readonly KitosUsage[]>;
  /** One usage, or null when Kitos has none with this uuid: ask before taking one for deleted that a list did not show. */
  usage(usage: Uuid, options?: ListOptions): Promise<KitosUsage | null>;
  /** Every user of the organisation. A user missing here may still hold a role; one who leaves meanwhile may hide another. */
  users(organisation: Uuid, options?: ListOptions): AsyncIterable<readonly KitosUser[]>;
  /** Systems that the organisation uses, deactivated ones too. A system that it has just begun to use has not changed by that. */
  systems(organisation: Uuid, options?: ChangeOptions): AsyncIterable<readonly KitosSystem[]>;
  /** The systems in use that can be linked, sorted by their Danish names. */
  systemsForDropdown(organisation: Uuid, options?: ListOptions): Promise<readonly KitosSystem[]>;
  /** Deletions at `since` or later, oldest first; uuids nobody knows are normal. */
  deletedEntities(type: DeletableType, since: KitosTime, options?: ListOptions): AsyncIterable<readonly KitosDeletion[]>;
  /** HTTP requests sent so far, logins and repeated ones included. */
  readonly requests: number;
}
