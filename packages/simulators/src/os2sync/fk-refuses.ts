import type { OrgUnitRegistration } from './org-unit-registration.ts';
import type { UserRegistration } from './user-registration.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CPR = /^[0-9]{10}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const XML_ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/u;

const ADDRESS_MAX = 200;
const PERSON_NAME_MAX = 100;

const badUuid = (value: string | null): boolean => value !== null && !UUID.test(value);
const badText = (value: string | null, max = ADDRESS_MAX): boolean =>
  value !== null && (value === '' || [...value].length > max || XML_ILLEGAL.test(value));

/** The first property that FK's schema refuses, null when all is well. Limits: the FK column of facts/os2sync.md §2.2. */
export const fkRefusesUnit = (unit: OrgUnitRegistration): string | null => {
  for (const field of ['Uuid', 'ParentOrgUnitUuid', 'PayoutUnitUuid', 'ManagerUuid'] as const) if (badUuid(unit[field])) return field;
  for (const field of ['Tasks', 'ItSystems', 'ContactForTasks', 'ContactPlaces'] as const) if (unit[field]?.some(badUuid)) return field;
  if (typeof unit.Type === 'number') return 'Type';
  if (badText(unit.ShortKey, 50)) return 'ShortKey';
  const {
    Uuid,
    ParentOrgUnitUuid,
    PayoutUnitUuid,
    ManagerUuid,
    Type,
    ShortKey,
    Timestamp,
    Tasks,
    ItSystems,
    ContactForTasks,
    ContactPlaces,
    ...texts
  } = unit;
  return Object.entries(texts).find(([, text]) => badText(text))?.[0] ?? null;
};

/** As `fkRefusesUnit`, for a user. */
export const fkRefusesUser = (user: UserRegistration): string | null => {
  if (badUuid(user.Uuid)) return 'Uuid';
  if (badUuid(user.Person.Uuid)) return 'Person.Uuid';
  if (badText(user.Person.Name, PERSON_NAME_MAX)) return 'Person.Name';
  if (user.Person.Cpr !== null && !CPR.test(user.Person.Cpr)) return 'Person.Cpr';
  if (badText(user.ShortKey, 50)) return 'ShortKey';
  for (const field of ['UserId', 'PhoneNumber', 'Landline', 'Email', 'RacfID', 'Location', 'FMKID'] as const)
    if (badText(user[field])) return field;
  for (const position of user.Positions ?? []) {
    if (badText(position.Name)) return 'Positions.Name';
    if (badUuid(position.OrgUnitUuid)) return 'Positions.OrgUnitUuid';
    if (position.StartDate !== null && !DATE.test(position.StartDate)) return 'Positions.StartDate';
    if (position.StartDate !== null && position.StopDate !== null && !DATE.test(position.StopDate)) return 'Positions.StopDate';
  }
  return null;
};
