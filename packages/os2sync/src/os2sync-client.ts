import type { FkOrgUnit, FkUser, Uuid } from '@os2bridge/model';

export interface HierarchyUnit {
  readonly uuid: Uuid;
  readonly name: string;
  readonly parent: Uuid | null;
}

export interface HierarchyUser {
  readonly uuid: Uuid;
  readonly userId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phoneNumber: string | null;
  readonly positions: readonly { readonly name: string; readonly unit: Uuid }[];
}

export interface Hierarchy {
  readonly units: readonly HierarchyUnit[];
  readonly users: readonly HierarchyUser[];
}

/**
 * OS2sync's REST API. Every method throws a BridgeError whose fate says what to do. 200 from OS2sync means "queued", nothing more.
 * Limits are checked before anything is sent. One operation at a time per uuid from this process.
 */
export interface Os2syncClient {
  /** What OS2sync holds, or null when it answers 404. Unknown fields are ignored; missing ones are null or []. */
  getOrgUnit(fk: Uuid): Promise<FkOrgUnit | null>;
  postOrgUnit(orgUnit: FkOrgUnit): Promise<void>;
  deleteOrgUnit(fk: Uuid): Promise<void>;
  /** null when unknown; a deleted user (Status 2) comes back with empty fields and counts as null too. */
  getUser(fk: Uuid): Promise<FkUser | null>;
  /** `repair` sends bypassCache=true. */
  postUser(user: FkUser, options?: { readonly repair?: boolean }): Promise<void>;
  deleteUser(fk: Uuid): Promise<void>;
  /** Everything active in FK Organisation. Lost, failed, late or implausible answers are errors. */
  hierarchy(options?: { readonly onlyUnits?: boolean; readonly signal?: AbortSignal }): Promise<Hierarchy>;
  /** Is it there, does it accept our key: for `check`. */
  ping(): Promise<void>;
  readonly requests: number;
}
