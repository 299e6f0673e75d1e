import type { Store } from '../store/store.ts';
import type { Row } from '../store/segment.ts';
import { moError } from './mo-error.ts';
import type { WrittenDates } from './write-dates.ts';

/** From the first day of an object to its last, gaps not looked at. */
const lifetime = (row: Row<unknown>): WrittenDates | { readonly from: null; readonly to: string | null } => ({
  from: row.segments[0]?.fromDate ?? null,
  to: row.segments.at(-1)?.toDate ?? null,
});

const exceeds = (row: Row<unknown>, dates: WrittenDates): boolean => {
  const life = lifetime(row);
  const early = life.from !== null && dates.from < life.from;
  const late = life.to !== null && (dates.to === null || dates.to > life.to);
  return early || late;
};

/** Refuses what begins before its person or ends after it. OS2MO names no dates for a person. */
const checkPerson = (store: Store, uuid: string, dates: WrittenDates): void => {
  const row = store.tables.persons.get(uuid);
  if (row === undefined) throw moError('E_USER_NOT_FOUND', { employee_uuid: uuid });
  if (exceeds(row, dates)) throw moError('V_DATE_OUTSIDE_EMPL_RANGE', { uuid, valid_from: null, valid_to: null });
};

/** Refuses what begins before its unit or ends after it. */
const checkUnit = (store: Store, uuid: string, dates: WrittenDates): void => {
  const row = store.tables.org_units.get(uuid);
  if (row === undefined) throw moError('E_ORG_UNIT_NOT_FOUND', { org_unit_uuid: uuid });
  if (!exceeds(row, dates)) return;
  const { from, to } = lifetime(row);
  throw moError('V_DATE_OUTSIDE_ORG_UNIT_RANGE', { org_unit_uuid: uuid, valid_from: from, valid_to: to });
};

/** Exactly one of person and unit, each within its own time. */
export const checkOwner = (store: Store, person: string | null, unit: string | null, dates: WrittenDates): void => {
  if ((person === null) === (unit === null))
    throw moError('E_INVALID_INPUT', {}, 'Exactly 1 of the fields {mapping.ORG_UNIT} or {mapping.PERSON} must be set');
  if (person !== null) checkPerson(store, person, dates);
  if (unit !== null) checkUnit(store, unit, dates);
};
