import { matchesValue } from './matches-value.ts';
import type { PlannedDecision } from './plan-outcome.ts';
import type { ExpectedDecision } from './scenario.ts';

const show = (value: unknown): string => JSON.stringify(value ?? null);

/** A decision in one line: `user create mo 2b… fk 2b… (no-position)`. */
export const describeDecision = ({ kind, verdict, mo, fk, ...more }: ExpectedDecision | PlannedDecision): string => {
  const reasons = 'reasons' in more ? more.reasons.join(', ') : (more.reason ?? '');
  return [kind, verdict, mo ? `mo ${mo}` : '', fk ? `fk ${fk}` : '', reasons === '' ? '' : `(${reasons})`]
    .filter((part) => part !== '')
    .join(' ');
};

const payloadDifferences = (expected: Readonly<Record<string, unknown>>, actual: unknown): string[] => {
  const fields: Readonly<Record<string, unknown>> = typeof actual === 'object' && actual !== null ? { ...actual } : {};
  return Object.entries(expected)
    .filter(([field, value]) => !matchesValue(value, fields[field]))
    .map(([field, value]) => `${field}: expected ${show(value)}, is ${show(fields[field])}`);
};

/** Where a decision differs from what is expected of it; empty when it is as expected. */
export const compareDecision = (expected: ExpectedDecision, actual: PlannedDecision): string[] => {
  const identity = (['kind', 'mo', 'fk', 'verdict'] as const).flatMap((key) => {
    const wanted = expected[key];
    return wanted === undefined || wanted === actual[key] ? [] : [`${key}: expected ${show(wanted)}, is ${show(actual[key])}`];
  });
  const reasonMissing = expected.reason !== undefined && !actual.reasons.includes(expected.reason);
  return [
    ...identity,
    ...(reasonMissing ? [`reason: expected ${show(expected.reason)} among ${show(actual.reasons)}`] : []),
    ...(expected.payload === undefined ? [] : payloadDifferences(expected.payload, actual.payload)),
  ];
};
