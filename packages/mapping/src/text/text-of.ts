import type { Uuid } from '@os2bridge/model';
import { report, type Desk } from '../desk/desk.ts';
import { cut } from './cut.ts';
import { dropUnstorable } from './drop-unstorable.ts';
import { fieldLimit } from './field-limits.ts';

/**
 * A text as FK Organisation takes it (sync-rules §1.7): without unstorable characters, trimmed, empty is null, cut by code point to the
 * smaller of `os2sync.truncate_length` and the field's own limit. What was left out is reported against `uuid`, the MO object it came from.
 */
export const textOf = (desk: Desk, raw: string | null, field: string, uuid: Uuid): string | null => {
  if (raw === null) return null;
  const storable = dropUnstorable(raw);
  if (storable.length !== raw.length) report(desk, 'control-characters', { field, uuid });
  const trimmed = storable.trim();
  const fitting = cut(trimmed, Math.min(desk.context.rules.truncateLength, fieldLimit(field)));
  if (fitting.length === trimmed.length) return trimmed || null;
  report(desk, 'cut', { field, uuid });
  return fitting.trimEnd();
};
