import { parseUuid } from '@os2bridge/model';
import { z } from 'zod';

/** A uuid in MO's answer, in our spelling. */
export const uuidField = z.string().transform((text, context) => {
  const uuid = parseUuid(text);
  if (uuid !== null) return uuid;
  context.addIssue({ code: 'custom', message: 'not a uuid' });
  return z.NEVER;
});
