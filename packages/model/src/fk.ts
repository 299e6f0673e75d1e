/** What OS2sync takes and gives. Property names are OS2sync's own (facts/os2sync.md §2.2, §2.3). */
import type { Uuid } from './uuid.ts';

/** The plain text fields of an org unit; each is one address (or key) in FK Organisation. */
export const ORG_UNIT_TEXT_FIELDS = [
  'PhoneNumber',
  'Email',
  'Location',
  'Landline',
  'Url',
  'Ean',
  'Contact',
  'ContactOpenHours',
  'PhoneOpenHours',
  'EmailRemarks',
  'PostReturn',
  'Post',
  'PostSecondary',
  'FOA',
  'PNR',
  'SOR',
  'DtrId',
  'LOSShortName',
  'LOSId',
] as const;
export type OrgUnitTextField = (typeof ORG_UNIT_TEXT_FIELDS)[number];

/** The lists of uuids of an org unit. Order means nothing. */
export const ORG_UNIT_LIST_FIELDS = ['Tasks', 'ItSystems', 'ContactForTasks', 'ContactPlaces'] as const;
export type OrgUnitListField = (typeof ORG_UNIT_LIST_FIELDS)[number];

/** A whole org unit registration. OS2sync replaces the whole object: null or [] clears the field. */
export type FkOrgUnit = {
  readonly Uuid: Uuid;
  readonly Name: string;
  readonly ParentOrgUnitUuid: Uuid | null;
  readonly ManagerUuid: Uuid | null;
  readonly PayoutUnitUuid: Uuid | null;
  readonly ShortKey: string | null;
} & { readonly [F in OrgUnitTextField]: string | null } & { readonly [F in OrgUnitListField]: readonly Uuid[] };

/** What MO gives of an org unit: only the fields that MO can fill under the settings are there; null or [] = MO has nothing. */
export type OrgUnitDraft = Partial<FkOrgUnit> & Pick<FkOrgUnit, 'Uuid' | 'Name' | 'ParentOrgUnitUuid'>;

export interface FkPosition {
  readonly Name: string;
  readonly OrgUnitUuid: Uuid;
  /** `YYYY-MM-DD`, Copenhagen. */
  readonly StartDate: string;
  readonly StopDate: null;
}

/** A whole user registration. At least one position, else OS2sync refuses it. */
export interface FkUser {
  readonly Uuid: Uuid;
  readonly UserId: string;
  readonly Person: { readonly Name: string; readonly Cpr: string | null };
  readonly Positions: readonly FkPosition[];
  readonly Email: string | null;
  readonly PhoneNumber: string | null;
  readonly Landline: string | null;
  readonly Location: string | null;
}
