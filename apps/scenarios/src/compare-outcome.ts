import { compareDecision, describeDecision } from './compare-decision.ts';
import type { Outcome, PlannedDecision } from './plan-outcome.ts';
import type { ExpectedDecision, Expectation } from './scenario.ts';

/** What is expected most closely comes first, so that a loose expectation does not take the decision that a strict one needs. */
const strictness = ({ mo, fk, reason, payload }: ExpectedDecision): number =>
  [mo, fk, reason].filter((given) => given !== undefined).length * 100 + Object.keys(payload ?? {}).length;

const isAbout = (expected: ExpectedDecision, actual: PlannedDecision): boolean =>
  expected.kind === actual.kind &&
  ((expected.mo !== undefined && expected.mo === actual.mo) || (expected.fk !== undefined && expected.fk === actual.fk));

const compareDecisions = (expected: readonly ExpectedDecision[], actual: readonly PlannedDecision[], exhaustive: boolean): string[] => {
  const left = new Set(actual);
  const unmet = expected
    .toSorted((a, b) => strictness(b) - strictness(a))
    .filter((wanted) => {
      const match = [...left].find((decision) => compareDecision(wanted, decision).length === 0);
      if (match !== undefined) left.delete(match);
      return match === undefined;
    });
  const differences = unmet.map((wanted) => {
    const nearest = [...left].find((decision) => isAbout(wanted, decision));
    if (nearest === undefined) return `missing: ${describeDecision(wanted)}`;
    left.delete(nearest);
    return [`differs: ${describeDecision(wanted)}`, ...compareDecision(wanted, nearest).map((difference) => `  ${difference}`)].join('\n');
  });
  const surplus = exhaustive ? [...left].filter(({ verdict }) => verdict !== 'ignore') : [];
  return [...differences, ...surplus.map((decision) => `not expected: ${describeDecision(decision)}`)];
};

const describeMistakes = (outcome: Extract<Outcome, { kind: 'settings-error' }>): string =>
  outcome.mistakes.map(({ key, problem }) => `${key}: ${problem}`).join('; ');

/** Where the outcome differs from what the scenario expects, one text per difference (may have several lines); empty = passed. */
export const compareOutcome = (expected: Expectation, outcome: Outcome): string[] => {
  if (expected.settings_error !== undefined) {
    const wanted = expected.settings_error;
    if (outcome.kind === 'plan') return [`start-up: expected to refuse ${wanted}, but it started`];
    return outcome.mistakes.some(({ key }) => key === wanted)
      ? []
      : [`start-up: expected to refuse ${wanted}, but it refused ${describeMistakes(outcome)}`];
  }
  if (outcome.kind === 'settings-error') return [`start-up: refused, though it should start: ${describeMistakes(outcome)}`];
  const run = expected.run === undefined || expected.run === outcome.run ? [] : [`run: expected ${expected.run}, is ${outcome.run}`];
  const differences = [...compareDecisions(expected.decisions ?? [], outcome.decisions, expected.exhaustive), ...run];
  return differences.length > 0 && outcome.problem !== undefined ? [...differences, `problem: ${outcome.problem}`] : differences;
};
