// `npm test`: types, lint, tests, and as the last line what it came to. With arguments (`npm test -- packages/mapping`) only those tests.
import { runChecks } from './checks/check.ts';
import { lintChecks } from './checks/lint-checks.ts';
import { typeCheck } from './checks/type-check.ts';
import { runVitest } from './testing/run-vitest.ts';
import { closingLine } from './testing/totals.ts';

const args = process.argv.slice(2);
const checks = await runChecks(args.length > 0 ? [] : [typeCheck, ...lintChecks]);
const tests = await runVitest(args);
const failed = checks.failed + tests.failed;
console.log(`\n${closingLine({ ...tests, passed: checks.passed + tests.passed, failed })}`);
// A run in which no test ran has shown nothing.
if ((failed > 0 || tests.passed === 0) && (process.exitCode ?? 0) === 0) process.exitCode = 1;
// A test that left something open must not keep the line above from being the last word.
process.exit();
