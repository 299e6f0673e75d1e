import { z } from 'zod';

const quoted = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(values.length > 2 ? ', ' : ' or ');

/** One of a few words, trimmed; a number in the file is as good as its text. */
export const oneOf = <const W extends readonly string[]>(words: W, expected = quoted(words)) =>
  z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : value),
    z.enum(words, { error: expected }),
  );
