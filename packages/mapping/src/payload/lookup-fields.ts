import type { RuleSettings } from '@os2bridge/config';

/**
 * The fields whose text is looked up in the address register (DAR), which may fail without MO having changed. The ledger keeps a second
 * digest without them, so that a failing look-up does not make an unchanged object look changed.
 */
export const lookupFields = (rules: RuleSettings): { readonly orgunit: readonly string[]; readonly user: readonly string[] } => ({
  orgunit: [...new Set(rules.addressRules.filter((rule) => rule.scope === 'DAR').map((rule) => rule.field))].toSorted(),
  user: rules.engagementAddressTitles.length > 0 ? ['Location'] : [],
});
