import type { RuleSettings } from '@os2bridge/config';
import type { MoClass, MoItSystem, MoUnit, Uuid } from '@os2bridge/model';
import { accountInUnknownSystem, unknownSystemMessage } from '../systems/unknown-system.ts';
import { systemRanks } from '../systems/system-ranks.ts';
import type { ScopeVerdict, UnitNode } from '../unit-tree.ts';
import { stepsBefore, stepsFor } from './scope-steps.ts';

/** Rows 3 to 8 of sync-rules §1.1, for a unit below the top unit. `filteredAbove` = row 3 holds for a unit above it. */
export type JudgeInTree = (node: UnitNode, filteredAbove: boolean) => ScopeVerdict;

export interface JudgeInput {
  readonly rules: RuleSettings;
  readonly classes: ReadonlyMap<Uuid, MoClass>;
  readonly itSystems: ReadonlyMap<Uuid, MoItSystem>;
}

/** Precomputes what the rows compare with, and gives the function that tests them. First match decides. */
export const judgeInTreeWith = ({ rules, classes, itSystems }: JudgeInput): JudgeInTree => {
  const filtered = new Set(rules.filteredUnits);
  const uuidSystems = systemRanks(rules.uuidSystems, itSystems.values());
  const levels = new Set(rules.ignoredLevels);
  const types = new Set(rules.ignoredTypes);
  const hierarchies = rules.hierarchyNames && new Set(rules.hierarchyNames.map((name) => name.trim()));

  return ({ unit, accounts }, filteredAbove) => {
    if (filteredAbove || filtered.has(unit.uuid)) return { transferred: false, reason: 'filtered', steps: stepsFor(3) };

    if (accounts.some((account) => uuidSystems.has(account.system))) {
      return { transferred: true, reason: 'uuid-account', steps: stepsFor(4) };
    }
    const unknown = rules.uuidSystems.length > 0 ? accountInUnknownSystem(accounts, itSystems) : null;
    if (unknown) {
      return { transferred: 'error', reason: 'unknown-it-system', message: unknownSystemMessage(unknown), steps: stepsBefore(4) };
    }

    if (hierarchies) {
      if (unit.hierarchy === null) return { transferred: false, reason: 'hierarchy', steps: stepsFor(5) };
      const hierarchy = classes.get(unit.hierarchy);
      if (!hierarchy) {
        return {
          transferred: 'error',
          reason: 'unknown-class',
          message: unknownHierarchyMessage(unit, unit.hierarchy),
          steps: stepsBefore(5),
        };
      }
      if (!hierarchies.has(hierarchy.name.trim())) return { transferred: false, reason: 'hierarchy', steps: stepsFor(5) };
    }
    if (unit.level !== null && levels.has(unit.level)) return { transferred: false, reason: 'ignored-level', steps: stepsFor(6) };
    if (unit.unitType !== null && types.has(unit.unitType)) return { transferred: false, reason: 'ignored-type', steps: stepsFor(7) };
    return { transferred: true, reason: 'in-scope', steps: stepsFor(8) };
  };
};

const unknownHierarchyMessage = (unit: MoUnit, hierarchy: Uuid): string =>
  `OS2MO does not know the hierarchy class ${hierarchy} of unit ${unit.uuid}. Choose another one in OS2MO`;
