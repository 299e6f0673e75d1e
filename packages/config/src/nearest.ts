import { closest } from 'fastest-levenshtein';

/** The candidate that looks most like what was written, upper and lower case being the same. At least one candidate. */
export const nearest = (written: string, candidates: readonly string[]): string => {
  const best = closest(
    written.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  return candidates.find((candidate) => candidate.toLowerCase() === best) ?? written;
};
