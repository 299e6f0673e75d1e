import { parseUuid, type Uuid } from '@os2bridge/model';
import { InvalidArgumentError } from 'commander';

/** Reads one uuid from the command line. */
export const uuidArgument = (text: string): Uuid => {
  const uuid = parseUuid(text);
  if (uuid === null) throw new InvalidArgumentError('It is no uuid (8-4-4-4-12 hexadecimal digits).');
  return uuid;
};

/** Reads one of several uuids: commander hands over what came before. */
export const uuidsArgument = (text: string, before: readonly Uuid[] | undefined): readonly Uuid[] => [
  ...(before ?? []),
  uuidArgument(text),
];
