import type { z } from 'zod';
import { Os2syncError, subjectText, type Subject } from './os2sync-error.ts';

const MOST_REASONS = 5;

/** `Positions.2.Name is longer than 200 characters`: path and fixed reason, never the value. */
const reason = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') return `OS2sync does not take the properties ${issue.keys.join(', ')}`;
  return `${issue.path.map(String).join('.') || 'Uuid'} ${issue.message}`;
};

/**
 * What is to be sent, held against OS2sync's limits before anything leaves us.
 * Throws `os2sync-limit` (never): the same payload can only fail again.
 */
export const checkLimits = <T>(schema: z.ZodType<T>, subject: Subject, payload: unknown): T => {
  const checked = schema.safeParse(payload);
  if (checked.success) return checked.data;
  const reasons = checked.error.issues.map(reason);
  const shown = reasons.slice(0, MOST_REASONS).join('; ');
  const more = reasons.length > MOST_REASONS ? ` (and ${reasons.length - MOST_REASONS} more)` : '';
  throw new Os2syncError(
    'os2sync-limit',
    `${subjectText(subject)} was not sent to OS2sync: ${shown}${more}. Correct it in OS2MO.`,
    subject,
    null,
    {
      fate: 'never',
    },
  );
};
