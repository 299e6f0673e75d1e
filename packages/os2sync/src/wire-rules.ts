import { isUuid } from '@os2bridge/model';
import { z } from 'zod';

/** XML 1.0 has no way to write these, so FK's SOAP service can never take them. A lone surrogate is caught by isWellFormed. */
const XML_ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** Reasons are fixed texts: they go into messages, so a value must never be part of them. */
const textReason = (text: string, max: number): string | null => {
  if (text === '') return 'is empty (null clears a field)';
  if ([...text].length > max) return `is longer than ${max} characters`;
  if (XML_ILLEGAL.test(text) || !text.isWellFormed()) return 'holds a character that XML cannot carry';
  return null;
};

/** A text as it may be sent: not "", at most `max` code points, XML can carry it. */
export const sentText = (max: number) =>
  z.string('is missing').superRefine((text, context) => {
    const reason = textReason(text, max);
    if (reason !== null) context.addIssue({ code: 'custom', message: reason });
  });

/** A uuid as it may be sent. OS2sync compares some uuids by letter, so upper case is refused here. */
export const sentUuid = z.string('is missing').refine(isUuid, 'is not a lower-case uuid');

export const sentDate = z.string('is missing').regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date of the form YYYY-MM-DD');

export const sentCpr = z.string().regex(/^\d{10}$/, 'is not ten digits');

/** A text as FK may hold it: absent and "" are null. */
export const heldText = z
  .string()
  .nullish()
  .transform((text) => (text === undefined || text === '' ? null : text));

/** A uuid as FK may hold it, in our spelling. */
export const heldUuid = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .refine(isUuid, 'is no uuid');

export const heldUuidOrNull = z.preprocess((value) => (value === '' || value === undefined ? null : value), heldUuid.nullable());

export const heldUuids = z
  .array(heldUuid)
  .nullish()
  .transform((list) => list ?? []);
