import type { Scenario } from './scenario.ts';

export interface ScenarioResult {
  readonly scenario: Pick<Scenario, 'id' | 'area' | 'name' | 'why'>;
  /** Empty = passed. */
  readonly differences: readonly string[];
  readonly milliseconds: number;
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `       ${line}`)
    .join('\n');

/** One scenario for people: a line, and below it what differs. */
export const textOf = ({ scenario, differences, milliseconds }: ScenarioResult): string => {
  const head = `${differences.length === 0 ? 'ok    ' : 'FAILED'} ${scenario.id.padEnd(8)} ${String(Math.round(milliseconds)).padStart(5)} ms  ${scenario.name}`;
  if (differences.length === 0) return head;
  return [head, indented(`(${scenario.area}; ${scenario.why})`), ...differences.map(indented)].join('\n');
};

/** One scenario for programs: a JSON object in one line. */
export const jsonOf = ({ scenario: { id, area, name }, differences, milliseconds }: ScenarioResult): string =>
  JSON.stringify({ id, area, name, passed: differences.length === 0, milliseconds: Math.round(milliseconds), differences });

/** The last line. */
export const summaryOf = (results: readonly ScenarioResult[], json: boolean): string => {
  const failed = results.filter(({ differences }) => differences.length > 0).length;
  const passed = results.length - failed;
  return json ? JSON.stringify({ passed, failed }) : `${passed} passed, ${failed} failed`;
};
