import { VERDICTS, type Verdict } from '@os2bridge/model';
import { InvalidArgumentError } from 'commander';

const isVerdict = (text: string): text is Verdict => VERDICTS.some((verdict) => verdict === text);

/** Reads `create,update,…`. */
export const verdictsArgument = (text: string): ReadonlySet<Verdict> => {
  const words = text.split(',').map((word) => word.trim());
  const verdicts = words.filter(isVerdict);
  if (verdicts.length === 0 || verdicts.length < words.length)
    throw new InvalidArgumentError(`Allowed, with commas between them: ${VERDICTS.join(', ')}.`);
  return new Set(verdicts);
};
