import { isUuid } from '@os2bridge/model';
import { z } from 'zod';
import { kitosAnswer } from './classify.ts';
import type { KitosAnswer } from './kitos-request.ts';

const withUuid = z.looseObject({ uuid: z.string().toLowerCase() });

const rowNamed = (content: unknown, at: PropertyKey | undefined): string => {
  const row = withUuid.safeParse(Array.isArray(content) && typeof at === 'number' ? content[at] : content);
  return row.success && isUuid(row.data.uuid) ? ` of ${row.data.uuid}` : '';
};

/** The JSON of a 200, as `schema` reads it. Throws `kitos-answer` (later), naming the place and the row's uuid but no value. */
export const parseAnswer = <T>(schema: z.ZodType<T>, { operation, body }: KitosAnswer): T => {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    throw kitosAnswer(operation, 'it is no JSON, or was cut off');
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path ?? [];
  const place = path.map(String).join('.');
  throw kitosAnswer(operation, `${place === '' ? 'the whole of it' : place}${rowNamed(content, path[0])} is not what Kitos sends`);
};
