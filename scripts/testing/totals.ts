import type { SerializedError } from 'vitest';
import type { TestModule } from 'vitest/node';

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts a run. A file or a `describe` that broke outside of its tests (an import, a beforeAll) and an error that no test caught
 * count as one failure each: none of them may hide behind tests that happened to pass.
 */
export const countTotals = (modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): Totals => {
  const states = modules.flatMap(({ children }) => [...children.allTests()].map((test) => test.result().state));
  const broken = modules.flatMap((module) => [module, ...module.children.allSuites()]).filter((suite) => suite.errors().length > 0);
  const count = (state: string) => states.filter((each) => each === state).length;
  return {
    passed: count('passed'),
    // A test still pending at the end was never run: its process died.
    failed: count('failed') + count('pending') + broken.length + unhandledErrors.length,
    skipped: count('skipped'),
  };
};

/** The last line of `npm test`. */
export const closingLine = ({ passed, failed, skipped }: Totals): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
