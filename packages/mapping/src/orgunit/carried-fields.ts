import type { RuleSettings } from '@os2bridge/config';
import { ORG_UNIT_LIST_FIELDS, ORG_UNIT_TEXT_FIELDS, type FkOrgUnit } from '@os2bridge/model';

const FIELDS = [
  'ManagerUuid',
  'PayoutUnitUuid',
  'ShortKey',
  ...ORG_UNIT_TEXT_FIELDS,
  ...ORG_UNIT_LIST_FIELDS,
] as const satisfies readonly (keyof FkOrgUnit)[];
export type CarriedField = (typeof FIELDS)[number];

/**
 * The fields that nothing in MO can fill under these settings, so that FK's value is carried over (sync-rules §1.2 "What MO does not own").
 * A field that an own address table names is MO's, whichever it is.
 */
export const carriedFields = (rules: RuleSettings): readonly CarriedField[] => {
  const filled = new Set<CarriedField>(rules.addressRules.map((rule) => rule.field));
  filled.add('ItSystems');
  if (rules.syncManagers) filled.add('ManagerUuid');
  if (rules.enableKle) filled.add('Tasks');
  if (rules.enableKle && rules.contactForTasks) filled.add('ContactForTasks');
  return FIELDS.filter((field) => !filled.has(field));
};
