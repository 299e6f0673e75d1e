import { KitosError } from '../../src/index.ts';

/** The KitosError that `promise` ends with; anything else fails the test. */
export const errorOf = async (promise: Promise<unknown>): Promise<KitosError> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof KitosError) return error;
    throw error;
  }
  throw new Error('it should have failed');
};
