import { z } from 'zod';

const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);
const trimmedDigits = (value: unknown): unknown => (typeof value === 'number' ? String(value) : trimmed(value));

// Nothing in the settings is meant to span lines or to ring a bell.
const CONTROL = /\p{Cc}/u;

/** Trimmed text for which `fits` holds; `expected` says in words what that is. */
export const textWhere = (expected: string, fits: (text: string) => boolean) =>
  z.preprocess(
    trimmed,
    z.string({ error: expected }).refine((text) => text !== '' && !CONTROL.test(text) && fits(text), { error: expected }),
  );

/** Any text that is not blank. */
export const text = (expected = 'a text') => textWhere(expected, () => true);

/** Digits and the like: a number in the file is as good as its text. */
export const numeralWhere = (expected: string, fits: (text: string) => boolean) =>
  z.preprocess(trimmedDigits, z.string({ error: expected }).refine(fits, { error: expected }));

/** Any text on one line; the empty one too, where it has a meaning. */
export const textOrEmpty = (expected: string) =>
  z.preprocess(
    trimmed,
    z.string({ error: expected }).refine((value) => !CONTROL.test(value), { error: expected }),
  );
