import type { z } from 'zod';
import type { Ask } from '../http/ask.ts';
import { errorOfAnswer } from '../http/classify.ts';
import { parseAnswer } from '../http/parse-answer.ts';
import type { KitosOperation } from '../kitos-error.ts';

/** One list of Kitos: where it is, what is always asked, and how its rows read. */
export interface KitosList<Row> {
  readonly operation: KitosOperation;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly rows: z.ZodType<Row[]>;
}

/** How lists are asked for. */
export interface Paging {
  readonly ask: Ask;
  readonly pageSize: number;
  readonly signal?: AbortSignal | undefined;
}

/** Rows of one page; a page shorter than the page size is the last (there is no count, facts/kitos.md §2.0). */
export const readPage = async <Row>(
  list: KitosList<Row>,
  { ask, pageSize, signal }: Paging,
  page: number,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly Row[]> => {
  const query = { ...list.query, ...more, page: String(page), pageSize: String(pageSize) };
  const answer = await ask({ operation: list.operation, path: list.path, query, signal });
  if (answer.status !== 200) throw errorOfAnswer(answer);
  return parseAnswer(list.rows, answer);
};
