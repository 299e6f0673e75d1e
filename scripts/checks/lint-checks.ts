import type { Check } from './check.ts';

/** What `npm run lint` looks at: rules, form, architecture, and what nothing uses. */
export const lintChecks: readonly Check[] = [
  { title: 'rules (oxlint)', command: ['oxlint'] },
  { title: 'form (oxfmt)', command: ['oxfmt', '--list-different'] },
  { title: 'architecture', command: ['node', 'scripts/check-architecture.ts'] },
  { title: 'unused and undeclared (knip)', command: ['knip', '--no-progress'] },
];

/** What `npm run lint -- --fix` does first. */
export const lintFixes: readonly Check[] = [
  { title: 'fixed by oxlint', command: ['oxlint', '--fix', '--quiet'] },
  { title: 'formatted by oxfmt', command: ['oxfmt'] },
];
