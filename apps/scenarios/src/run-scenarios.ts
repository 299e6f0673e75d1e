import { compareOutcome } from './compare-outcome.ts';
import type { ScenarioResult } from './report.ts';
import type { Scenario } from './scenario.ts';
import type { Workbench } from './workbench.ts';

const differencesOf = async (scenario: Scenario, bench: Pick<Workbench, 'play'>): Promise<string[]> => {
  try {
    return compareOutcome(scenario.expect, await bench.play(scenario));
  } catch (error) {
    return [`could not be played: ${error instanceof Error ? error.message : String(error)}`];
  }
};

/** Plays the scenarios one after the other and tells each result as it comes. One that cannot be played fails; the others go on. */
export const runScenarios = async (
  scenarios: readonly Scenario[],
  bench: Pick<Workbench, 'play'>,
  tell: (result: ScenarioResult) => void,
): Promise<ScenarioResult[]> => {
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios) {
    const begin = performance.now();
    const differences = await differencesOf(scenario, bench);
    const result = { scenario, differences, milliseconds: performance.now() - begin };
    tell(result);
    results.push(result);
  }
  return results;
};
