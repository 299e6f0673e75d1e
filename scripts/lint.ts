// `npm run lint`: all linters; with --fix what can be put right is put right first.
import { runChecks } from './checks/check.ts';
import { lintChecks, lintFixes } from './checks/lint-checks.ts';

// A fix that could not fix everything is no failure: the check that follows says what is left.
if (process.argv.includes('--fix')) await runChecks(lintFixes);
const { failed } = await runChecks(lintChecks);
process.exitCode = failed === 0 ? 0 : 1;
