import type { Uuid } from '@os2bridge/model';
import { z } from 'zod';
import { moAnswer } from '../errors/mo-errors.ts';
import { classifyErrors } from './classify-errors.ts';
import type { Collection } from './collection.ts';
import type { GraphqlAnswer } from './graphql-answer.ts';

export interface Page<Row> {
  readonly rows: Row[];
  /** Where the next page begins; null = this was the last. */
  readonly next: string | null;
}

/** Where an answer has another shape than asked for: field names and positions, never a value. */
export const shapeProblem = (error: z.ZodError): string => {
  const [issue] = error.issues;
  return issue ? `unexpected value at ${issue.path.map(String).join('.')} (${issue.code})` : 'unexpected shape';
};

const pageSchema = <Row extends { readonly uuid: Uuid }>(
  row: z.ZodType<Row | null>,
): z.ZodType<{ objects: (Row | null)[]; page_info: { next_cursor: string | null } }> =>
  z.object({ objects: z.array(row), page_info: z.object({ next_cursor: z.string().nullable() }) });

/**
 * The rows of an answer. Throws when the answer has any error, whatever its data hold: an error nulls `current` and then looks exactly like an
 * object that has ended (facts: os2mo §0.2). A `current` of null in an answer without errors is an absence, and simply left out.
 */
export const readPage = <Row extends { readonly uuid: Uuid }>(collection: Collection<Row>, answer: GraphqlAnswer): Page<Row> => {
  if (answer.errors.length > 0) throw classifyErrors(collection.operation, answer);
  return pageRows(collection, answer.data);
};

/** The rows in `data`, for the few callers that have looked at the errors themselves. Throws `mo-answer` when the shape is wrong. */
export const pageRows = <Row extends { readonly uuid: Uuid }>(collection: Collection<Row>, data: unknown): Page<Row> => {
  const parsed = z.object({ [collection.field]: pageSchema(collection.row) }).safeParse(data);
  const page = parsed.success ? parsed.data[collection.field] : undefined;
  if (!page) throw moAnswer(collection.operation, parsed.success ? 'it is empty' : shapeProblem(parsed.error));
  return { rows: page.objects.filter((row) => row !== null), next: page.page_info.next_cursor };
};
