import type { OrgUnitRegistration } from './org-unit-registration.ts';
import type { UserRegistration } from './user-registration.ts';

export type Operation = 'UPDATE' | 'DELETE' | 'PASSIVER';

interface RowBase {
  readonly id: number;
  readonly uuid: string;
  readonly operation: Operation;
  /** Lower goes first. */
  readonly priority: number;
  readonly cvr: string;
  readonly bypassCache: boolean;
}

export interface OrgUnitRow extends RowBase {
  readonly kind: 'orgunit';
  /** null unless the operation is UPDATE. */
  readonly registration: OrgUnitRegistration | null;
}

export interface UserRow extends RowBase {
  readonly kind: 'user';
  readonly registration: UserRegistration | null;
}

/** One row of queue_orgunits or queue_users. */
export type QueueRow = OrgUnitRow | UserRow;
