import type { RuleSettings } from '@os2bridge/config';
import type { FkOrgUnit, OrgUnitDraft, OrgUnitListField, OrgUnitTextField, Uuid } from '@os2bridge/model';
import { carriedFields } from './carried-fields.ts';
import { OWNED_ONCE_SENT } from './owned-fields.ts';

export interface MergeOptions {
  readonly rules: RuleSettings;
  /** Fields whose street address could not be looked up now. */
  readonly keep: readonly string[];
  /** Which of Tasks and ContactOpenHours MO has sent before. */
  readonly ownedFields: ReadonlySet<string>;
  /** What OS2sync answered to GET; null = 404. */
  readonly current: FkOrgUnit | null;
}

/**
 * The whole registration to post (sync-rules §1.2): OS2sync replaces whole objects, so what MO does not own is taken from `current`.
 * An empty text becomes null, since OS2sync would store "" as an address.
 */
export const mergeOrgUnit = (draft: OrgUnitDraft, { rules, keep, ownedFields, current }: MergeOptions): FkOrgUnit => {
  const fromFk = new Set<string>([...carriedFields(rules), ...keep]);
  for (const field of OWNED_ONCE_SENT) {
    if (!ownedFields.has(field) && (draft[field] ?? []).length === 0) fromFk.add(field);
  }
  const source = (field: keyof FkOrgUnit): Partial<FkOrgUnit> => (fromFk.has(field) ? (current ?? {}) : draft);
  const uuid = (field: 'ManagerUuid' | 'PayoutUnitUuid'): Uuid | null => source(field)[field] || null;
  const text = (field: OrgUnitTextField | 'ShortKey'): string | null => source(field)[field] || null;
  const list = (field: OrgUnitListField): readonly Uuid[] => source(field)[field] ?? [];

  return {
    Uuid: draft.Uuid,
    Name: draft.Name,
    ParentOrgUnitUuid: draft.ParentOrgUnitUuid,
    ManagerUuid: uuid('ManagerUuid'),
    PayoutUnitUuid: uuid('PayoutUnitUuid'),
    ShortKey: text('ShortKey'),
    PhoneNumber: text('PhoneNumber'),
    Email: text('Email'),
    Location: text('Location'),
    Landline: text('Landline'),
    Url: text('Url'),
    Ean: text('Ean'),
    Contact: text('Contact'),
    ContactOpenHours: text('ContactOpenHours'),
    PhoneOpenHours: text('PhoneOpenHours'),
    EmailRemarks: text('EmailRemarks'),
    PostReturn: text('PostReturn'),
    Post: text('Post'),
    PostSecondary: text('PostSecondary'),
    FOA: text('FOA'),
    PNR: text('PNR'),
    SOR: text('SOR'),
    DtrId: text('DtrId'),
    LOSShortName: text('LOSShortName'),
    LOSId: text('LOSId'),
    Tasks: list('Tasks'),
    ItSystems: list('ItSystems'),
    ContactForTasks: list('ContactForTasks'),
    ContactPlaces: list('ContactPlaces'),
  };
};
