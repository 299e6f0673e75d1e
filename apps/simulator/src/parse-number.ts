import { InvalidArgumentError } from 'commander';

const numberBetween =
  (least: number, most: number, whole: boolean) =>
  (text: string): number => {
    const value = Number(text);
    const fits = text.trim() !== '' && value >= least && value <= most && (!whole || Number.isInteger(value));
    if (!fits) throw new InvalidArgumentError(`It must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`);
    return value;
  };

/** A TCP port; 0 = any free one. */
export const parsePort = numberBetween(0, 65_535, true);
/** Milliseconds, fractions allowed, up to ten minutes. */
export const parseMilliseconds = numberBetween(0, 600_000, false);
/** How many of something; a municipality of a million is beyond what the invented CPR numbers last for. */
export const parseCount = numberBetween(0, 800_000, true);
