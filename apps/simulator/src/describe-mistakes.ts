interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const SHOWN = 10;

const place = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

/** What is wrong with a file's content and where, a line each (the first ten). */
export const describeMistakes = (file: string, mistakes: readonly Mistake[]): string => {
  const lines = mistakes.slice(0, SHOWN).map(({ path, message }) => `  ${place(path) || '(the whole file)'}: ${message}`);
  const more = mistakes.length > SHOWN ? [`  … and ${mistakes.length - SHOWN} more`] : [];
  return [`${file}: does not have the right shape:`, ...lines, ...more].join('\n');
};

const isMistake = (issue: unknown): issue is Mistake =>
  typeof issue === 'object' &&
  issue !== null &&
  'path' in issue &&
  Array.isArray(issue.path) &&
  'message' in issue &&
  typeof issue.message === 'string';

/** The mistakes that a zod error carries, or null for any other error. */
export const mistakesIn = (error: unknown): readonly Mistake[] | null =>
  error instanceof Error && 'issues' in error && Array.isArray(error.issues) ? error.issues.filter(isMistake) : null;
