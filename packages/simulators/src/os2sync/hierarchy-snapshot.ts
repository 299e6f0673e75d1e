import type { ParsedFault } from './fault.ts';
import type { FkContent } from './fk.ts';

interface HierarchyOu {
  readonly Uuid: string | null;
  readonly Name: string | null;
  readonly ParentOU: string | null;
}

interface HierarchyPerson {
  readonly Uuid: string | null;
  readonly UserId: string | null;
  readonly Name: string | null;
  readonly Positions: readonly { readonly Uuid: string | null; readonly Name: string | null }[];
  readonly Email: string | null;
  readonly Telephone: string | null;
  readonly Status: number;
}

export interface HierarchyResult {
  readonly OUs: readonly HierarchyOu[];
  readonly Users: readonly HierarchyPerson[];
}

/** OS2sync stops after 20 pages of 500 units and says nothing. */
const MOST_UNITS = 10_000;

/** What /api/hierarchy tells of FK: only users with a name and a position in a listed unit; no dates, no CPR. */
export const hierarchySnapshot = ({ orgunits, users }: FkContent, onlyUnits: boolean): HierarchyResult => {
  const OUs = orgunits.slice(0, MOST_UNITS).map((unit) => ({ Uuid: unit.Uuid, Name: unit.Name, ParentOU: unit.ParentOrgUnitUuid }));
  const listed = new Set(OUs.map((unit) => unit.Uuid));
  const reached = onlyUnits
    ? []
    : users.filter((user) => user.Person.Name !== null && user.Positions?.some((one) => listed.has(one.OrgUnitUuid)));
  const Users = reached.map((user) => ({
    Uuid: user.Uuid,
    UserId: user.UserId,
    Name: user.Person.Name,
    Positions: (user.Positions ?? []).map((one) => ({ Uuid: one.OrgUnitUuid, Name: one.Name })),
    Email: user.Email,
    Telephone: user.PhoneNumber,
    Status: user.Status,
  }));
  return { OUs, Users };
};

const invented = (number: number): HierarchyOu => ({
  Uuid: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
  Name: `Enhed ${number}`,
  ParentOU: null,
});

/** The ways in which a hierarchy is known to be wrong while its status says success. */
export const distort = ({ OUs, Users }: HierarchyResult, fault: ParsedFault | null): HierarchyResult => {
  switch (fault?.kind) {
    case 'truncated-hierarchy':
      return { OUs: [...OUs, ...Array.from({ length: MOST_UNITS }, (_, number) => invented(number))].slice(0, MOST_UNITS), Users };
    case 'empty-hierarchy':
      return { OUs: [], Users: [] };
    case 'duplicate-hierarchy':
      return { OUs: [...OUs, ...OUs], Users };
    case 'partial-hierarchy':
      return { OUs, Users: Users.filter((_, index) => index % 2 === 0) };
    default:
      return { OUs, Users };
  }
};
