import type { RoleTypeRow } from '../tables/kitos-tables.ts';
import { json, type Answer } from './answer.ts';
import { withUuid, type ApiCall, type Endpoint } from './endpoint.ts';
import { pageOf } from './paging.ts';

const dto = ({ writeAccess, description, uuid, name }: RoleTypeRow) => ({ writeAccess, description, uuid, name });
const isEnabled = ({ organisations }: RoleTypeRow, organisation: string): boolean => organisations?.includes(organisation) ?? true;

/** The organisation asked about, or why there is none. */
const organisationOf = ({ query, tables, account, own, refuse }: ApiCall): Answer | string => {
  const organisation = query.uuid('organizationUuid');
  if (organisation === null) query.note('organizationUuid', 'The value is required.');
  if (organisation === null || Object.keys(query.mistakes).length > 0) return refuse.validation(query.mistakes);
  if (!tables.organisations.has(organisation)) return refuse.domain(404, 'NotFound');
  return account.globalAdmin || own.includes(organisation) ? organisation : refuse.domain(403, 'Forbidden');
};

/** Without a page size: all of them. Only those switched on in the organisation, the highest priority first. */
export const listRoleTypes: Endpoint = (call) => {
  const page = call.query.int('page') ?? 0;
  const pageSize = call.query.int('pageSize') ?? Number.MAX_SAFE_INTEGER;
  const organisation = organisationOf(call);
  if (typeof organisation !== 'string') return organisation;
  const rows = [...call.tables.roleTypes.values()].filter((row) => isEnabled(row, organisation));
  return pageOf(
    rows.toSorted((one, other) => other.priority - one.priority || one.id - other.id),
    { page, pageSize },
    dto,
  );
};

/** One, also when it is not switched on there. */
export const oneRoleType: Endpoint = withUuid((call) => {
  const organisation = organisationOf(call);
  if (typeof organisation !== 'string') return organisation;
  const row = call.tables.roleTypes.get(call.id);
  return row === undefined ? call.refuse.domain(404, 'NotFound') : json({ ...dto(row), isAvailable: isEnabled(row, organisation) });
});
