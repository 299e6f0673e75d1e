import type { Uuid } from '@os2bridge/model';
import type { z } from 'zod';
import type { Query } from './query.ts';

/** A query of one flat collection. `row` reads one of its `objects`; null = that object is not valid in the window asked for. */
export interface Collection<Row extends { readonly uuid: Uuid }> extends Query {
  /** The collection's field in the answer. */
  readonly field: string;
  readonly row: z.ZodType<Row | null>;
}
