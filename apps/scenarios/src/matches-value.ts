const isNothing = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const areTexts = (values: readonly unknown[]): values is readonly string[] => values.every((value) => typeof value === 'string');
const sorted = (texts: readonly string[]): readonly string[] => texts.toSorted((one, other) => (one < other ? -1 : 1));

/**
 * Whether a payload has what a scenario expects. null = absent = an empty list. Lists of texts (uuids) are compared as sets with
 * repetitions, lists of objects in order. Of an object only the keys that the scenario names are compared.
 */
export const matchesValue = (expected: unknown, actual: unknown): boolean => {
  if (isNothing(expected) || isNothing(actual)) return isNothing(expected) && isNothing(actual);
  if (Array.isArray(expected)) return Array.isArray(actual) && matchesList(expected, actual);
  if (isObject(expected)) return isObject(actual) && Object.entries(expected).every(([key, value]) => matchesValue(value, actual[key]));
  return expected === actual;
};

const matchesList = (expected: readonly unknown[], actual: readonly unknown[]): boolean => {
  if (expected.length !== actual.length) return false;
  const [left, right] = areTexts(expected) && areTexts(actual) ? [sorted(expected), sorted(actual)] : [expected, actual];
  return left.every((value, at) => matchesValue(value, right[at]));
};
