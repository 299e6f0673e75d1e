import type { SerializedError } from 'vitest';
import type { Reporter, TestModule, TestSuite, Vitest } from 'vitest/node';
import { countTotals, type Totals } from './totals.ts';

export interface CompactReporter extends Reporter {
  /** What the run came to; zeros until it has ended. */
  totals(): Totals;
}

/** One line per test file; in full only what failed, with what it printed. */
export const createCompactReporter = (): CompactReporter => {
  let vitest: Vitest | undefined;
  let totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  const printed = new Map<string, string[]>();
  return {
    totals: () => totals,
    onInit: (started) => {
      vitest = started;
    },
    onUserConsoleLog: ({ taskId, content }) => {
      const task = taskId === undefined ? undefined : vitest?.state.getReportedEntityById(taskId);
      const file = task === undefined ? '' : task.type === 'module' ? task.moduleId : task.module.moduleId;
      printed.set(file, [...(printed.get(file) ?? []), content]);
    },
    onTestModuleEnd: (module) => {
      console.log(fileLine(module));
      const output = printed.get(module.moduleId);
      if (countTotals([module], []).failed > 0 && output !== undefined) console.log(indent(output.join('')));
      printed.delete(module.moduleId);
    },
    onTestRunEnd: (modules, unhandledErrors) => {
      totals = countTotals(modules, unhandledErrors);
      if (vitest !== undefined) printFailures(vitest, modules, unhandledErrors);
    },
  };
};

const fileLine = (module: TestModule): string => {
  const { passed, failed, skipped } = countTotals([module], []);
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`].filter(
    (part) => part !== false,
  );
  return `${failed > 0 ? '✗' : '✓'} ${module.relativeModuleId}  ${counts.join(', ')}  ${(module.diagnostic().duration / 1000).toFixed(1)} s`;
};

const printFailures = (vitest: Vitest, modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void => {
  for (const module of modules) {
    for (const suite of [module, ...module.children.allSuites()]) printErrors(vitest, nameOf(suite), module, suite.errors());
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'failed') printErrors(vitest, test.fullName, module, result.errors);
      if (result.state === 'pending') console.log(`\n✗ ${module.relativeModuleId} > ${test.fullName}\nnever ran: its process ended before`);
    }
  }
  for (const error of unhandledErrors) {
    console.log('\n✗ an error that no test caught');
    console.log(vitest.logger.formatError(error, { fullStack: true }).output);
  }
};

const printErrors = (vitest: Vitest, name: string, module: TestModule, errors: readonly SerializedError[]): void => {
  for (const error of errors) {
    console.log(`\n✗ ${module.relativeModuleId} > ${name}`);
    console.log(vitest.logger.formatError(error, { project: module.project }).output);
  }
};

const nameOf = (suite: TestModule | TestSuite): string => (suite.type === 'module' ? 'the file itself' : suite.fullName);

const indent = (text: string): string => text.trimEnd().replaceAll(/^/gmu, '    ');
