import { InvalidArgumentError } from 'commander';

/** Reads a number of things, 1 to 500: as many runs are kept. */
export const countArgument = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 500) throw new InvalidArgumentError('It is no whole number from 1 to 500.');
  return number;
};
