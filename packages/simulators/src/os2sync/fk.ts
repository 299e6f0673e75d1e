import { applyToUnits, loadUnit, readUnit, type UnitShelf } from './fk-org-units.ts';
import { applyToUsers, loadUser, readUser, type UserShelf } from './fk-users.ts';
import type { OrgUnitRegistration } from './org-unit-registration.ts';
import type { QueueRow } from './queue-row.ts';
import type { Os2syncSwitches } from './switches.ts';
import type { UserRegistration } from './user-registration.ts';

export interface FkContent {
  readonly orgunits: readonly OrgUnitRegistration[];
  readonly users: readonly UserRegistration[];
}

/** FK Organisation behind OS2sync. */
export interface Fk {
  /** Throws FkRejection when FK refuses for good. */
  apply(row: QueueRow): void;
  readUnit(uuid: string): OrgUnitRegistration | null;
  readUser(uuid: string): UserRegistration | null;
  /** What is active and owned by that municipality; without one: everything active. */
  active(cvr?: string): FkContent;
  /** Replaces everything. */
  load(content: FkContent): void;
}

const activeOf = <R>(shelf: ReadonlyMap<string, { registration: R; life: string; cvr: string | null }>, cvr?: string): R[] =>
  [...shelf.values()]
    .filter((held) => held.life === 'active' && (cvr === undefined || held.cvr === null || held.cvr === cvr))
    .map((held) => held.registration);

/** FK Organisation as OS2sync sees it, empty at first, in memory. */
export const createFk = (switches: Os2syncSwitches): Fk => {
  const units: UnitShelf = new Map();
  const users: UserShelf = new Map();
  return {
    apply: (row) => (row.kind === 'orgunit' ? applyToUnits(units, row, switches) : applyToUsers(users, row)),
    readUnit: (uuid) => readUnit(units, uuid),
    readUser: (uuid) => readUser(users, uuid),
    active: (cvr) => ({ orgunits: activeOf(units, cvr), users: activeOf(users, cvr) }),
    load: (content) => {
      units.clear();
      users.clear();
      for (const unit of content.orgunits) loadUnit(units, unit);
      for (const user of content.users) loadUser(users, user);
    },
  };
};
