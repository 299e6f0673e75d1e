import { medianLines } from './house-rules.ts';
import type { Finding, SourceFile } from './source-file.ts';

/** Small files: the middle one of all in `src` stays under the line count of the house rules. */
export const checkSize = (files: readonly SourceFile[]): Finding[] => {
  const counts = files.filter(({ isTest }) => !isTest).map(({ text }) => text.split('\n').length - 1);
  const median = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
  if (median <= medianLines) return [];
  return [{ path: 'packages', line: 1, message: `the median file has ${median} lines, more than ${medianLines}: split the larger ones` }];
};
