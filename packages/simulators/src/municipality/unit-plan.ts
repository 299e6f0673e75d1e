import { ADMINISTRATIONS } from './administrations.ts';
import { BRANCHES, type Branch, type BranchName } from './branches.ts';
import type { Random } from './random.ts';

/**
 * Why a unit is in the municipality. `line` is the ordinary case; every other kind is there to be left out by a setting
 * (`technical` level, `project` type, `safety` hierarchy, `filtered` by uuid), by the tree (`payroll`) or by time (`ended`, `future`).
 */
export type UnitKind = 'line' | 'technical' | 'project' | 'safety' | 'filtered' | 'payroll' | 'ended' | 'future';

export interface PlannedUnit {
  readonly uuid: string;
  readonly name: string;
  readonly parent: PlannedUnit | null;
  readonly depth: number;
  readonly branch: BranchName;
  readonly kind: UnitKind;
  /** Names that the units directly below already have. */
  readonly taken: Set<string>;
}

/** Below this many units the municipality has only ordinary ones. */
const SMALLEST_WITH_EXTRAS = 20;

/** The whole tree, parents before children: exactly `count` units. */
export const planUnits = (count: number, municipality: string, random: Random): PlannedUnit[] => {
  const planned: PlannedUnit[] = [];
  const add = (parent: PlannedUnit | null, name: string, branch: BranchName, kind: UnitKind): PlannedUnit => {
    let free = name;
    for (let number = 2; parent?.taken.has(free); number += 1) free = `${name} ${number}`;
    parent?.taken.add(free);
    const unit = {
      uuid: random.uuid(),
      name: free,
      parent,
      depth: parent === null ? 0 : parent.depth + 1,
      branch,
      kind,
      taken: new Set<string>(),
    };
    planned.push(unit);
    return unit;
  };
  /** `wanted` units below randomly chosen parents, named by the parent's branch. */
  const addBelow = (parents: readonly PlannedUnit[], wanted: number, names: (branch: Branch) => readonly string[]): PlannedUnit[] =>
    Array.from({ length: parents.length === 0 ? 0 : wanted }, () => {
      const parent = random.pick(parents);
      return add(parent, random.pick(names(BRANCHES[parent.branch])), parent.branch, 'line');
    });

  const top = add(null, municipality, 'office', 'line');
  if (count >= SMALLEST_WITH_EXTRAS) {
    const payroll = add(null, 'Lønorganisation', 'office', 'payroll');
    add(payroll, 'Månedsløn', 'office', 'payroll');
    add(payroll, 'Timeløn', 'office', 'payroll');
    const technical = add(top, 'Teknisk samleenhed', 'office', 'technical');
    add(technical, 'Fællessekretariatet', 'office', 'line');
    add(top, 'Arbejdsmiljøudvalget', 'office', 'safety');
    add(add(top, 'Valgsekretariatet', 'office', 'filtered'), 'Valgtilforordnede', 'office', 'filtered');
    add(top, 'Nedlagt fællesforvaltning', 'office', 'ended');
    add(top, 'Kommende klimasekretariat', 'office', 'future');
  }
  const extraProjects = count >= SMALLEST_WITH_EXTRAS ? Math.max(2, Math.floor(count / 100)) : 0;
  const left = Math.max(0, count - planned.length - extraProjects);
  const administrations = ADMINISTRATIONS.slice(0, Math.min(left, Math.max(1, Math.round(left / 40)))).map((administration) => ({
    unit: add(top, administration.name, 'office', 'line'),
    departments: administration.departments,
  }));
  const possible = administrations.flatMap(({ unit, departments }) => departments.map(([name, branch]) => ({ unit, name, branch })));
  const afterAdministrations = left - administrations.length;
  const departments = random
    .sample(possible, Math.min(afterAdministrations, Math.max(1, Math.round(left * 0.1))))
    .map(({ unit, name, branch }) => add(unit, name, branch, 'line'));
  const rest = afterAdministrations - departments.length;
  const institutions = addBelow(departments, Math.ceil(rest * 0.35), (branch) => branch.institutionNames);
  const sections = addBelow(institutions, Math.ceil((rest - institutions.length) * 0.7), (branch) => branch.sections);
  addBelow(sections, rest - institutions.length - sections.length, (branch) => branch.groups);
  for (let project = 0; project < extraProjects; project += 1) add(random.pick(departments), `Projekt ${project + 1}`, 'office', 'project');
  return planned;
};
