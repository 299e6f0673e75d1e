import type { FkObject } from './fk-object.ts';
import { fkRefusesUser } from './fk-refuses.ts';
import { fkRejection } from './fk-rejection.ts';
import { dotnetTime } from './newtonsoft.ts';
import { mergePositions } from './positions.ts';
import type { UserRow } from './queue-row.ts';
import { shortKey } from './short-key.ts';
import type { UserRegistration } from './user-registration.ts';

export type UserShelf = Map<string, FkObject<UserRegistration>>;

const SERVICE = 'bruger/6';
const ACTIVE = 1;
const INACTIVE = 2;

/** A user in FK, whoever put it there: lower-case uuids, status active, one person. */
const asStored = (user: UserRegistration, old: UserRegistration | null): UserRegistration => {
  const uuid = user.Uuid?.toLowerCase() ?? '';
  return {
    ...user,
    Uuid: uuid,
    ShortKey: user.ShortKey ?? old?.ShortKey ?? shortKey(uuid),
    Status: ACTIVE,
    Person: { ...user.Person, Uuid: user.Person.Uuid ?? old?.Person.Uuid ?? null },
    Positions: mergePositions(old?.Positions ?? [], user.Positions ?? []),
    Timestamp: dotnetTime(new Date()),
  };
};

const update = (shelf: UserShelf, row: UserRow): void => {
  if (row.registration === null) return;
  const refused = fkRefusesUser(row.registration);
  if (refused !== null) throw fkRejection(`${SERVICE}.Import`, 40, `${refused} is not valid`);
  const uuid = row.registration.Uuid?.toLowerCase() ?? '';
  const held = shelf.get(uuid);
  const old = held && held.life !== 'passive' ? held.registration : null;
  shelf.set(uuid, { registration: asStored(row.registration, old), life: 'active', cvr: row.cvr });
};

/** Soft: positions and person relation end, the user itself stays readable with status inactive. */
const end = (shelf: UserShelf, uuid: string): void => {
  const held = shelf.get(uuid);
  if (held?.life !== 'active') return;
  const ended = { ...held.registration, Status: INACTIVE, Positions: [], Person: { Name: null, Cpr: null, Uuid: null } };
  shelf.set(uuid, { ...held, life: 'inactive', registration: ended });
};

/** Carries out one queue row on FK's users; throws FkRejection when FK refuses it for good (facts/os2sync.md §2.3, §3.6). */
export const applyToUsers = (shelf: UserShelf, row: UserRow): void => {
  if (row.operation === 'UPDATE') return update(shelf, row);
  if (row.operation === 'DELETE') return end(shelf, row.uuid);
  const held = shelf.get(row.uuid);
  if (!held || held.life === 'passive') throw fkRejection(`${SERVICE}.Passiver`, 49, 'no such object');
  shelf.set(row.uuid, { ...held, life: 'passive' });
};

/** GET: never tells that a user is a robot; an ended user comes back with status 2, a passivated or unknown one is null. */
export const readUser = (shelf: UserShelf, uuid: string): UserRegistration | null => {
  const held = shelf.get(uuid.toLowerCase());
  return held && held.life !== 'passive' ? { ...held.registration, IsRobot: false } : null;
};

/** Puts a user there as it is, owned by nobody in particular: initial content. Status 2 makes it an ended one. */
export const loadUser = (shelf: UserShelf, user: UserRegistration): void => {
  const stored = asStored(user, null);
  shelf.set(stored.Uuid ?? '', { registration: stored, life: 'active', cvr: null });
  if (user.Status === INACTIVE) end(shelf, stored.Uuid ?? '');
};
