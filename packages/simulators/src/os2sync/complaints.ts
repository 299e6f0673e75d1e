import type { OrgUnitRegistration } from './org-unit-registration.ts';
import type { UserRegistration } from './user-registration.ts';

const blank = (text: string | null): boolean => text === null || text === '';

/** What OS2sync answers with 400 to a unit, word for word and in its order (facts/os2sync.md §1.4); null = nothing to complain about. */
export const orgUnitComplaint = (unit: OrgUnitRegistration): string | null => {
  if (blank(unit.Name)) return 'name is null';
  if (blank(unit.Uuid)) return 'uuid is null';
  return null;
};

/** As `orgUnitComplaint`, for a user. "Uuid is null empty" is how OS2sync spells it. */
export const userComplaint = (user: UserRegistration): string | null => {
  if (blank(user.Person.Name)) return 'Person.Name is null or empty';
  if (blank(user.UserId)) return 'UserId is null or empty';
  if (blank(user.Uuid)) return 'Uuid is null empty';
  if (user.Positions === null || user.Positions.length === 0) return 'Positions is null or empty';
  if (user.Positions.some((position) => blank(position.Name) || blank(position.OrgUnitUuid))) return 'Position Name or OrgUnitUUID is null';
  return null;
};
