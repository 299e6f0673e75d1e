import type { OrganisationRow } from '../tables/kitos-tables.ts';
import { organisationDto } from '../wire/organisation-dto.ts';
import type { WireContext } from '../wire/wire-context.ts';
import { json } from './answer.ts';
import { withUuid, type Endpoint } from './endpoint.ts';
import { inOrder, readOrder } from './order.ts';
import { pageOf, readPaging } from './paging.ts';

const isVisible = ({ account, own }: WireContext, { uuid, public: shared }: OrganisationRow): boolean =>
  account.globalAdmin || shared || own.includes(uuid);

const contains = (value: string | null, part: string | null): boolean =>
  part === null || (value ?? '').toLowerCase().includes(part.toLowerCase());

/** Everything here matches parts of a name or number; none is exact (facts/kitos.md §2.1). */
export const listOrganisations: Endpoint = (call) => {
  const { query, tables, own } = call;
  const mine = query.flag('onlyWhereUserHasMembership');
  const [name, cvr, either, uuid] = [
    query.text('nameContent'),
    query.text('cvrContent'),
    query.text('nameOrCvrContent'),
    query.uuid('uuid'),
  ];
  const paging = readPaging(query);
  const order = readOrder(query);
  if (Object.keys(query.mistakes).length > 0) return call.refuse.validation(query.mistakes);
  const rows = [...tables.organisations.values()].filter(
    (row) =>
      isVisible(call, row) &&
      (!mine || own.includes(row.uuid)) &&
      (uuid === null || row.uuid === uuid) &&
      contains(row.name, name) &&
      contains(row.cvr, cvr) &&
      (contains(row.name, either) || contains(row.cvr, either)),
  );
  return pageOf(inOrder(rows, order, { name: (row) => row.name }), paging, organisationDto);
};

export const oneOrganisation: Endpoint = withUuid((call) => {
  const row = call.tables.organisations.get(call.id);
  if (row === undefined) return call.refuse.domain(404, 'NotFound');
  return isVisible(call, row) ? json(organisationDto(row)) : call.refuse.domain(403, 'Forbidden');
});
