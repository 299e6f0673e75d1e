import type { z } from 'zod';
import { moAnswer } from '../errors/mo-errors.ts';
import type { Ask } from './ask.ts';
import { classifyErrors } from './classify-errors.ts';
import type { Query } from './query.ts';
import { shapeProblem } from './read-page.ts';

/** One answer that is no collection. Throws on any error in it. */
export const readSingle = async <T>(ask: Ask, query: Query, schema: z.ZodType<T>): Promise<T> => {
  const answer = await ask(query);
  if (answer.errors.length > 0) throw classifyErrors(query.operation, answer);
  const parsed = schema.safeParse(answer.data);
  if (!parsed.success) throw moAnswer(query.operation, shapeProblem(parsed.error));
  return parsed.data;
};
