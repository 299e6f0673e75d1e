import type { z } from 'zod';
import { errorOfContent, type Asked, type Os2syncAnswer } from './classify.ts';

const asJson = (body: string, asked: Asked): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw errorOfContent('it is no JSON', asked);
  }
};

/** The JSON of a 200, as `schema` reads it. Throws `os2sync-answer` (later), naming where it went wrong but no value. */
export const parseAnswer = <T>(schema: z.ZodType<T>, answer: Os2syncAnswer, asked: Asked): T => {
  const parsed = schema.safeParse(asJson(answer.body, asked));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  throw errorOfContent(`${path === '' ? 'the whole of it' : path} is not what OS2sync sends`, asked);
};
