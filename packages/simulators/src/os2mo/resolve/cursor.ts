import { createHash } from 'node:crypto';
import { z } from 'zod';

const payload = z.object({ last: z.string() });

/** The opaque text for "go on after that uuid", spelled as OS2MO does: a short hash of the JSON, a colon, the JSON in base64. */
export const writeCursor = (last: string): string => {
  const json = `{"last": "${last}"}`;
  const hash = createHash('shake128', { outputLength: 3 }).update(json).digest('hex');
  return `${hash}:${Buffer.from(json).toString('base64')}`;
};

/** The uuid a cursor stands for, or null when this server never made it. */
export const readCursor = (cursor: string): string | null => {
  const [, encoded] = cursor.split(':');
  if (encoded === undefined) return null;
  try {
    const { last } = payload.parse(JSON.parse(Buffer.from(encoded, 'base64').toString()));
    return writeCursor(last) === cursor ? last : null;
  } catch {
    return null;
  }
};
