import type { Scenario } from './scenario.ts';
import { ScenarioFileError } from './load-scenarios.ts';

/** Those with these ids, all when none is named. Throws ScenarioFileError for an id that is not there, or when nothing is left. */
export const selectScenarios = (scenarios: readonly Scenario[], only: readonly string[]): readonly Scenario[] => {
  const known = new Set(scenarios.map(({ id }) => id));
  const missing = only.filter((id) => !known.has(id));
  if (missing.length > 0) throw new ScenarioFileError(`No scenario has the id ${missing.join(', ')}.`);
  if (scenarios.length === 0) throw new ScenarioFileError('There is no scenario in these files.');
  return only.length === 0 ? scenarios : scenarios.filter(({ id }) => only.includes(id));
};
