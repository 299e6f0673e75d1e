import { InvalidArgumentError } from 'commander';

/** An instant as ISO 8601 text, with its time zone. */
export const parseInstant = (text: string): string => {
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  if (!isInstant || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('It must look like 2026-11-22T12:00:00+01:00.');
  return text;
};
