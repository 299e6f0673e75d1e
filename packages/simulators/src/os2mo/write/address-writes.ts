import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { CollectionFields } from '../../dataset/normalised.ts';
import { type Container, containerOf } from '../resolve/container.ts';
import type { RequestContext } from '../resolve/request-context.ts';
import { rowOf, segmentOf } from '../store/segment.ts';
import { moError, type MoErrorKey } from './mo-error.ts';
import { checkOwner } from './range-checks.ts';
import { type ValidityInput, writtenDates } from './write-dates.ts';

export interface AddressCreateInput {
  readonly uuid?: string | null;
  readonly user_key?: string | null;
  readonly address_type: string;
  readonly value: string;
  readonly person?: string | null;
  readonly employee?: string | null;
  readonly org_unit?: string | null;
  readonly engagement?: string | null;
  readonly ituser?: string | null;
  readonly visibility?: string | null;
  readonly validity: ValidityInput;
}

/** What a value must look like, by the scope of its type (facts/os2mo.md §4.6). */
const patterns: Readonly<Record<string, readonly [RegExp, MoErrorKey]>> = {
  EMAIL: [/^[^\s@]+@[^\s@]+$/, 'V_INVALID_ADDRESS_EMAIL'],
  PHONE: [/^\+?\d+$/, 'V_INVALID_ADDRESS_PHONE'],
  EAN: [/^\d{13}$/, 'V_INVALID_ADDRESS_EAN'],
  PNUMBER: [/^\d{10}$/, 'V_INVALID_ADDRESS_PNUMBER'],
  WWW: [/^https?:\/\/\S+$/, 'V_INVALID_ADDRESS_WWW'],
};

const checkValue = (scope: string | null, value: string, { store, dar }: RequestContext): void => {
  const pattern = scope === null ? undefined : patterns[scope];
  if (pattern !== undefined && !pattern[0].test(value)) throw moError(pattern[1], { value });
  if (scope === 'DAR' && (dar !== 'ok' || !store.dar.has(value))) throw moError('V_INVALID_ADDRESS_DAR', { value });
};

/** `address_create`: the type may have ended; a DAR address must be known to the register. */
export const createAddress = (input: AddressCreateInput, context: RequestContext): Container => {
  const type = context.store.tables.classes.get(input.address_type)?.segments.at(-1);
  if (type === undefined) throw new GraphQLError("'attributter'");
  checkValue(type.fields.scope, input.value, context);
  const fields: CollectionFields['addresses'] = {
    user_key: input.user_key ?? input.value,
    address_type: input.address_type,
    value: input.value,
    value2: null,
    name: undefined,
    visibility: input.visibility ?? null,
    person: input.person ?? input.employee ?? null,
    org_unit: input.org_unit ?? null,
    engagement: input.engagement ?? null,
    ituser: input.ituser ?? null,
  };
  const dates = writtenDates(input.validity, context.version);
  checkOwner(context.store, fields.person, fields.org_unit, dates);
  const uuid = input.uuid ?? randomUUID();
  context.transaction.put('addresses', rowOf(uuid, [segmentOf(uuid, dates.from, dates.to, fields)]));
  return containerOf('addresses', uuid);
};
