import { z } from 'zod';

/** A switch. The words are taken too, in any case: the environment has only text, and Python's settings say "True". */
export const flag = () =>
  z.preprocess(
    (value) => {
      const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
      return word === 'true' ? true : word === 'false' ? false : value;
    },
    z.boolean({ error: 'true or false' }),
  );
