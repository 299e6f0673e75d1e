import { ORG_UNIT_TEXT_FIELDS } from '@os2bridge/model';
import { z } from 'zod';
import { addressPresets, type AddressPreset } from '../address-rules.ts';
import type { AddressRule } from '../settings.ts';
import { oneOf } from './one-of.ts';
import { text } from './text.ts';
import { uuid } from './uuid.ts';

/** The scopes of address types in OS2MO (facts os2mo §4.6); "TEXT" and "MULTIFIELD_TEXT" hold free text. */
const SCOPES = ['EMAIL', 'EAN', 'PHONE', 'DAR', 'PNUMBER', 'TEXT', 'WWW', 'MULTIFIELD_TEXT'] as const;

const rule = z
  .strictObject(
    { scope: oneOf(SCOPES), user_key: text().nullish(), class: uuid().nullish(), field: oneOf(ORG_UNIT_TEXT_FIELDS) },
    { error: 'an object with scope, field and, if wanted, user_key and class' },
  )
  .transform(({ scope, user_key, class: uuidOfType, field }): AddressRule => ({
    scope,
    field,
    ...(user_key == null ? {} : { userKey: user_key }),
    ...(uuidOfType == null ? {} : { class: uuidOfType }),
  }));

const list = z.array(rule, { error: '"seed", "fk-org" or a list of {scope, user_key, class, field}' });

/** The name of a ready-made address table, or a table of one's own. */
export const addressFields = () =>
  z.unknown().transform((value, context): AddressPreset | AddressRule[] => {
    const preset = typeof value === 'string' ? addressPresets.find((name) => name === value.trim()) : undefined;
    if (preset !== undefined) return preset;
    const parsed = list.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      context.issues.push({ code: 'custom', message: issue.message, path: issue.path, input: value });
    return z.NEVER;
  });
