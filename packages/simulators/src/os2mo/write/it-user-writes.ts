import { randomUUID } from 'node:crypto';
import type { CollectionFields } from '../../dataset/normalised.ts';
import { type Container, containerOf } from '../resolve/container.ts';
import type { RequestContext } from '../resolve/request-context.ts';
import { copenhagenMidnight } from '../../dataset/copenhagen-midnight.ts';
import { segmentsIn } from '../select/window.ts';
import { rowOf, segmentOf } from '../store/segment.ts';
import { changed, sameRow, without } from './edit-row.ts';
import { moError } from './mo-error.ts';
import { checkOwner } from './range-checks.ts';
import { type TerminateInput, terminatedDates, type ValidityInput, type WrittenDates, writtenDates } from './write-dates.ts';

type Fields = CollectionFields['itusers'];

/** What create and update share; every field may be null or left out in an update. */
interface ItUserInput {
  readonly uuid?: string | null;
  readonly user_key?: string | null;
  readonly external_id?: string | null;
  readonly binding_type?: string | null;
  readonly primary?: string | null;
  readonly person?: string | null;
  readonly org_unit?: string | null;
  readonly engagement?: string | null;
  readonly engagements?: readonly string[] | null;
  readonly itsystem?: string | null;
  readonly validity: ValidityInput;
}

export interface ItUserCreateInput extends ItUserInput {
  readonly user_key: string;
  readonly itsystem: string;
}

export interface ItUserUpdateInput extends ItUserInput {
  readonly uuid: string;
}

const engagementsOf = ({ engagement, engagements }: ItUserInput): readonly string[] | null => {
  if (engagement && engagements) throw moError('E_INVALID_INPUT', {}, "Attempted use of both 'engagement' and 'engagements'");
  return engagements ?? (engagement ? [engagement] : null);
};

/** An IT system must exist; that it has ended is not looked at. */
const checkSystem = (uuid: string, { store }: RequestContext): void => {
  if (store.tables.itsystems.get(uuid) === undefined) throw moError('E_NOT_FOUND');
};

/**
 * OS2MO's check for duplicates looks at the accounts that exist, not at the new one: so a second identical account is accepted, and from
 * then on every further one of that person in that system is refused (os2mo/README.md, difference 1).
 */
const checkDuplicates = (person: string, system: string, dates: WrittenDates, { store }: RequestContext): void => {
  const window = { from: copenhagenMidnight(dates.from), to: dates.to === null ? Infinity : copenhagenMidnight(dates.to) };
  const accounts = store.tables.itusers.pointingTo('person', person).flatMap((row) =>
    segmentsIn(row, window)
      .filter(({ fields }) => fields.itsystem === system && fields.person === person)
      .slice(0, 1),
  );
  const texts = accounts.map(({ fields }) => JSON.stringify([fields.user_key, fields.external_id, fields.engagements.toSorted()]));
  if (new Set(texts).size < texts.length) throw moError('V_DUPLICATED_IT_USER');
};

/** `ituser_create`: a uuid that exists already is replaced, its whole history with it. */
export const createItUser = (input: ItUserCreateInput, context: RequestContext): Container => {
  const fields: Fields = {
    user_key: input.user_key,
    external_id: input.external_id ?? null,
    binding_type: input.binding_type ?? null,
    itsystem: input.itsystem,
    person: input.person ?? null,
    org_unit: input.org_unit ?? null,
    engagements: engagementsOf(input) ?? [],
    primary: input.primary ?? null,
  };
  const dates = writtenDates(input.validity, context.version);
  checkSystem(input.itsystem, context);
  checkOwner(context.store, fields.person, fields.org_unit, dates);
  if (fields.person !== null) checkDuplicates(fields.person, input.itsystem, dates, context);
  const uuid = input.uuid ?? randomUUID();
  context.transaction.put('itusers', rowOf(uuid, [segmentOf(uuid, dates.from, dates.to, fields)]));
  return containerOf('itusers', uuid);
};

/** `ituser_update`: null and unset keep what is there; an update that changes nothing leaves no trace. */
export const updateItUser = (input: ItUserUpdateInput, context: RequestContext): Container => {
  const row = context.store.tables.itusers.get(input.uuid);
  if (row === undefined) throw moError('E_NOT_FOUND');
  if (input.itsystem) checkSystem(input.itsystem, context);
  const engagements = engagementsOf(input);
  const after = changed(row, writtenDates(input.validity, context.version), (fields) => ({
    ...fields,
    user_key: input.user_key ?? fields.user_key,
    external_id: input.external_id ?? fields.external_id,
    binding_type: input.binding_type ?? fields.binding_type,
    itsystem: input.itsystem ?? fields.itsystem,
    person: input.person ?? fields.person,
    org_unit: input.org_unit ?? fields.org_unit,
    engagements: engagements ?? fields.engagements,
    primary: input.primary ?? fields.primary,
  }));
  if (!sameRow(row, after)) context.transaction.put('itusers', after);
  return containerOf('itusers', input.uuid);
};

/** `ituser_terminate`: ending what has ended already succeeds, but then nothing more can be read in the same request. */
export const terminateItUser = (input: TerminateInput, context: RequestContext): Container => {
  const dates = terminatedDates(input, context.version);
  const row = context.store.tables.itusers.get(input.uuid);
  if (row === undefined) throw moError('E_NOT_FOUND', { uuid: input.uuid, original: null });
  const after = without(row, dates);
  if (sameRow(row, after)) context.transaction.aborted = true;
  else context.transaction.put('itusers', after);
  return containerOf('itusers', input.uuid);
};
