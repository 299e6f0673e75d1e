import { parseUuid, type Uuid } from '@os2bridge/model';
import { z } from 'zod';
import { parseKitosTime, type KitosTime } from '../time/kitos-time.ts';
import { anyCase } from './any-case.ts';

/** A uuid in any case, read as our spelling. */
export const uuid = z.string().transform((text, context): Uuid => {
  const parsed = parseUuid(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'no uuid' });
  return z.NEVER;
});

/** A time to 100 ns. */
export const kitosTime = z.string().transform((text, context): KitosTime => {
  const parsed = parseKitosTime(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'no time' });
  return z.NEVER;
});

/** A text without blanks around it; null when there is none. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

/** Kitos' way to refer to something: uuid and name. */
export const reference = anyCase({ uuid, name: text });
