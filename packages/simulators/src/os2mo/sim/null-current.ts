import type { GraphqlAnswer } from '../execute/execute-request.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The answer as one broken reference makes it: the first object of every collection loses its `current`, and an error says so. Where no
 * `current` was asked for the null travels on to `data`.
 */
export const withNullCurrent = ({ data }: GraphqlAnswer): GraphqlAnswer => {
  if (!isRecord(data)) return { data: null, errors: [{ message: 'simulated fault' }] };
  const errors: unknown[] = [];
  const changed = Object.entries(data).map(([field, value]): [string, unknown] => {
    const objects = isRecord(value) ? value['objects'] : undefined;
    const list: readonly unknown[] = Array.isArray(objects) ? objects : [];
    const [first, ...rest] = list;
    if (!isRecord(value) || !isRecord(first) || !Object.hasOwn(first, 'current')) return [field, value];
    errors.push({ message: 'too few items in iterable (expected 1)', path: [field, 'objects', 0, 'current'] });
    return [field, { ...value, objects: [{ ...first, current: null }, ...rest] }];
  });
  return errors.length > 0 ? { data: Object.fromEntries(changed), errors } : { data: null, errors: [{ message: 'simulated fault' }] };
};
