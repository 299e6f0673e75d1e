import { BridgeError } from '@os2bridge/model';

/** The BridgeError that `promise` fails with; anything else fails the test. */
export const failureOf = async (promise: Promise<unknown>): Promise<BridgeError> => {
  const outcome = await promise.then(
    () => new Error('it succeeded'),
    (error: unknown) => error,
  );
  if (outcome instanceof BridgeError) return outcome;
  throw outcome;
};
