import type { CollectionFields } from '../../dataset/normalised.ts';
import { type Container, containerOf } from '../resolve/container.ts';
import type { RequestContext } from '../resolve/request-context.ts';
import type { Row } from '../store/segment.ts';
import { changed, sameRow, without } from './edit-row.ts';
import { moError } from './mo-error.ts';
import { type TerminateInput, terminatedDates } from './write-dates.ts';

export interface PersonTerminateInput extends TerminateInput {
  /** Empty the person's manager posts instead of ending them. */
  readonly vacate: boolean;
}

/** Every row of a collection that belongs to the person, as `edit` leaves it. */
const editAll = <Name extends 'engagements' | 'itusers' | 'addresses' | 'managers'>(
  name: Name,
  person: string,
  edit: (row: Row<CollectionFields[Name]>) => Row<CollectionFields[Name]>,
  { store, transaction }: RequestContext,
): void => {
  for (const row of store.tables[name].pointingTo('person', person)) {
    const after = edit(row);
    if (!sameRow(row, after)) transaction.put(name, after);
  }
};

/** `employee_terminate`: everything the person has ends, the person never does. */
export const terminatePerson = (input: PersonTerminateInput, context: RequestContext): Container => {
  const dates = terminatedDates(input, context.version);
  const { store, transaction } = context;
  if (store.tables.persons.get(input.uuid) === undefined) throw moError('E_USER_NOT_FOUND', { employee_uuid: input.uuid });
  editAll('engagements', input.uuid, (row) => without(row, dates), context);
  editAll('itusers', input.uuid, (row) => without(row, dates), context);
  editAll('addresses', input.uuid, (row) => without(row, dates), context);
  const vacated = (row: Row<CollectionFields['managers']>) => changed(row, dates, (fields) => ({ ...fields, person: null }));
  editAll('managers', input.uuid, (row) => (input.vacate ? vacated(row) : without(row, dates)), context);
  transaction.note({ name: 'persons', uuid: input.uuid });
  return containerOf('persons', input.uuid);
};
