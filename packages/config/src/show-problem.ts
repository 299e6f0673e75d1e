import type { z } from 'zod';
import { showValue } from './show-value.ts';
import type { About } from './table/about.ts';

/** Put on an issue whose message is the whole sentence; other messages only say what is expected. */
export const saysItAll = { saysItAll: true } as const;

/** What is wrong with a value, in words that follow `key: `. `value` is the whole value of the key. */
export const showProblem = (issue: z.core.$ZodIssue, value: unknown, confidential?: About['confidential']): string => {
  if (issue.code === 'custom' && issue.params?.['saysItAll'] === true) return issue.message;
  const path = issue.path.slice(1);
  const part = path.reduce<unknown>(partOf, value);
  if (path.length === 0) return `${itself(value, confidential)}, expected ${issue.message}`;
  return `${path.map(nameOfPart).join(', ')} ${part === undefined ? 'is missing' : `is ${showValue(part)}`}, expected ${issue.message}`;
};

const itself = (value: unknown, confidential: About['confidential']): string => {
  if (value === undefined) return 'is missing';
  return confidential === 'secret' ? 'has a value (not shown) that does not fit' : `is ${showValue(value, confidential)}`;
};

const partOf = (whole: unknown, key: PropertyKey): unknown =>
  typeof whole === 'object' && whole !== null ? Object.entries(whole).find(([name]) => name === String(key))?.[1] : undefined;

/** People count from 1. */
const nameOfPart = (key: PropertyKey): string => (typeof key === 'number' ? `item ${key + 1}` : String(key));
