import { inspect } from 'node:util';

/** All text that anyone could get out of an error: message, stack, properties hidden or not, and the whole chain of causes. */
export const everythingIn = (error: unknown): string =>
  inspect(error, { depth: Infinity, showHidden: true, maxStringLength: null, maxArrayLength: null });
