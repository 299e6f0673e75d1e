import type { Uuid } from '@os2bridge/model';
import type { AddressRow } from '../queries/address-queries.ts';

/** What MO displays for an address (facts: os2mo §4.6); null = a DAR address that could not be looked up. */
export const addressText = (row: AddressRow, scope: string | null, streets: ReadonlyMap<Uuid, string>): string | null => {
  if (scope === 'DAR') return streets.get(row.uuid) ?? null;
  if (scope === 'MULTIFIELD_TEXT' && row.value2 !== null && row.value2.trim() !== '') return `${row.value} :: ${row.value2}`;
  return row.value;
};
