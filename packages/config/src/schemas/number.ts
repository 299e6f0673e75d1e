import { z } from 'zod';

const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const fromText = (value: unknown): unknown => (typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : value);

const numberWhere = (expected: string, fits: (value: number) => boolean) =>
  z.preprocess(fromText, z.number({ error: expected }).refine(fits, { error: expected }));

/** A whole number from `least` to `most`, as a number or as text. */
export const wholeNumber = (least: number, most = Number.MAX_SAFE_INTEGER) => {
  const range = most === Number.MAX_SAFE_INTEGER ? `, ${least} or more` : ` from ${least} to ${most}`;
  return numberWhere(`a whole number${range}`, (value) => Number.isSafeInteger(value) && value >= least && value <= most);
};

/** Node's timers end at 2^31 - 1 ms, a good 24 days; more would fire at once. */
const MOST_SECONDS = 2_000_000;

/** A stretch of time in seconds, fractions allowed; gives milliseconds. */
export const seconds = () =>
  numberWhere(`a number of seconds above 0, at most ${MOST_SECONDS}`, (value) => value > 0 && value <= MOST_SECONDS).transform((value) =>
    Math.max(1, Math.round(value * 1_000)),
  );
