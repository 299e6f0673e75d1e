import { z } from 'zod';
import { text } from './text.ts';
import { uuid } from './uuid.ts';

/** A list of uuids in order; what stands twice counts once. */
export const uuidList = () => z.array(uuid(), { error: 'a list of uuids' }).transform((uuids) => [...new Set(uuids)]);

/** A list of texts in order, each trimmed and not blank; what stands twice counts once. */
export const textList = (expected = 'a list of texts') => z.array(text(), { error: expected }).transform((texts) => [...new Set(texts)]);
