import { BridgeError } from '@os2bridge/model';

/**
 * An error as one line for people and for BullMQ, which keeps only the message (`cause` is lost, facts §4.6): code, message and the chain of causes' codes.
 * The text of a foreign error is left out: a library may put an address or a payload into it; its name and code are kept.
 */
export const describeError = (error: unknown): string => {
  if (error instanceof BridgeError) {
    const cause = error.cause === undefined ? 'Error' : nameOf(error.cause);
    // A cause that is no more than an error tells nobody anything.
    return cause === 'Error' ? error.message : `${error.message} (${cause})`;
  }
  return `unexpected ${nameOf(error)}`;
};

const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
};
