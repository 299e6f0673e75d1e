import type { ScopeStep } from '../unit-tree.ts';

/** The rows of the table of sync-rules §1.1, in order, as `explain` shows them. */
const SCOPE_RULES = [
  'it is the top unit and valid now',
  'it is not valid now, or the top unit is not above it',
  'it or a unit above it is filtered (os2sync.filter_orgunit_uuid)',
  'it has an it account in a system of os2sync_uuid_from_it_systems',
  'its hierarchy is missing or not listed (os2sync.filter_hierarchy_names)',
  'its level is ignored (os2sync.ignored.unit_levels)',
  'its type is ignored (os2sync.ignored.unit_types)',
  'no other rule matched',
] as const;

/** The rows as tested when row `matched` (1 to 8) decided. Shared between units: a tree of 1,000 units needs no 8,000 steps. */
export const stepsFor = (matched: number): readonly ScopeStep[] => STEPS[matched - 1] ?? [];

const STEPS: readonly (readonly ScopeStep[])[] = SCOPE_RULES.map((_, decided) =>
  SCOPE_RULES.map((rule, row) => ({ rule, outcome: row === decided ? 'matched' : row < decided ? 'passed' : 'not-tested' })),
);

/** The rows when the tree could not tell: everything before `row` (1 to 8) passed, the rest was not tested. */
export const stepsBefore = (row: number): readonly ScopeStep[] => UNTESTED[row - 1] ?? [];

const UNTESTED: readonly (readonly ScopeStep[])[] = SCOPE_RULES.map((_, stopped) =>
  SCOPE_RULES.map((rule, row) => ({ rule, outcome: row < stopped ? 'passed' : 'not-tested' })),
);
