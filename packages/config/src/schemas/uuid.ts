import { parseUuid } from '@os2bridge/model';
import { z } from 'zod';

const EXPECTED = 'a uuid (8-4-4-4-12 hexadecimal digits)';

/** A uuid; upper case and blanks around it are forgiven, since they come from copying. Lower-case from here on. */
export const uuid = () =>
  z.string({ error: EXPECTED }).transform((value, context) => {
    const parsed = parseUuid(value);
    if (parsed !== null) return parsed;
    context.issues.push({ code: 'custom', message: EXPECTED, input: value });
    return z.NEVER;
  });
