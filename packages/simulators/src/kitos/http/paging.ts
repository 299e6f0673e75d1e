import { json, type Answer } from './answer.ts';
import type { QueryReader } from './query-reader.ts';
import { unhandled } from './refusals.ts';

export interface Page {
  readonly page: number;
  readonly pageSize: number;
}

/** Notes what is out of range; whether anybody looks at the notes is the endpoint's business. */
export const readPaging = (query: QueryReader): Page => {
  const page = query.int('page') ?? 0;
  const pageSize = query.int('pageSize') ?? 250;
  if (page < 0) query.note('paginationQuery.page', 'The field page must be between 0 and 2147483647.');
  if (pageSize < 1 || pageSize > 250) query.note('paginationQuery.pageSize', 'The field pageSize must be between 1 and 250.');
  return { page, pageSize };
};

/** A bare array, cut at page × pageSize; a negative number is more than the database can take. */
export const pageOf = <Row>(rows: readonly Row[], { page, pageSize }: Page, dto: (row: Row) => unknown): Answer => {
  if (page < 0 || pageSize < 0) return unhandled();
  const shown = rows.slice(page * pageSize, (page + 1) * pageSize);
  return { ...json(shown.map(dto)), rows: shown.length };
};
