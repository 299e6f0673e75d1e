import type { Uuid } from '@os2bridge/model';
import type { KitosRow, StoredHolder } from '../read/kitos-row.ts';

export type NewHolder = Omit<StoredHolder, 'id'>;

/** What is to be written to one row of kitos_it_system and its holders; `row` null = it is to be inserted. Empty parts = nothing. */
export interface RowPlan {
  readonly row: KitosRow | null;
  readonly systemUuid: Uuid;
  readonly set: { readonly name?: string; readonly active?: boolean; readonly usageUuid?: Uuid | null };
  readonly add: readonly NewHolder[];
  readonly update: readonly StoredHolder[];
  readonly remove: readonly StoredHolder[];
  /** The name, and who holds what, once all this is written. */
  readonly name: string;
  readonly holders: readonly NewHolder[];
}
