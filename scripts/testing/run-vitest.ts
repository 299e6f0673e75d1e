import { createVitest, parseCLI, type Vitest } from 'vitest/node';
import { root } from '../setup/project.mjs';
import { createCompactReporter } from './compact-reporter.ts';
import type { Totals } from './totals.ts';

/** Runs the tests that vitest's own arguments name (all without): `packages/mapping`, `-t 'secret phone'`. */
export const runVitest = async (args: readonly string[]): Promise<Totals> => {
  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const reporter = createCompactReporter();
  const vitest = await createVitest({ root, ...options, watch: false, reporters: [reporter] });
  const stopListening = cancelOnSignal(vitest);
  try {
    await vitest.start(filter);
  } catch (error) {
    // "No test files found" comes as an error; the totals, all zero, say the same and the exit code with them.
    console.error(error instanceof Error ? error.message : error);
  } finally {
    stopListening();
    await vitest.close();
  }
  return reporter.totals();
};

/** At the first Ctrl-C what runs is ended and tidied up; at the second nothing is waited for. */
const cancelOnSignal = (vitest: Vitest): (() => void) => {
  const cancel = () => {
    process.exitCode = 130;
    void vitest.cancelCurrentRun('keyboard-input');
  };
  process.once('SIGINT', cancel).once('SIGTERM', cancel);
  return () => process.off('SIGINT', cancel).off('SIGTERM', cancel);
};
