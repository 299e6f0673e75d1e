import type { UserRow } from '../tables/kitos-tables.ts';
import { personName } from '../wire/person-name.ts';
import { userDto } from '../wire/user-dto.ts';
import { json, type Answer } from './answer.ts';
import { withUuid, type ApiCall, type Endpoint } from './endpoint.ts';
import { inOrder, readOrder } from './order.ts';
import { pageOf, readPaging } from './paging.ts';

const members = ({ tables, id }: ApiCall): UserRow[] =>
  [...tables.users.values()].filter(({ organisations }) => organisations.includes(id));

const refusal = ({ tables, id, account, own, refuse }: ApiCall): Answer | null => {
  if (!tables.organisations.has(id)) return refuse.domain(404, 'NotFound');
  return account.globalAdmin || own.includes(id) ? null : refuse.domain(403, 'Forbidden');
};

/** Every blank-separated piece must be somewhere in the text. */
const hasAll = (text: string, pieces: string | null): boolean =>
  (pieces ?? '').split(' ').every((piece) => text.toLowerCase().includes(piece.toLowerCase()));

/** Nobody looks at mistakes here: what cannot be read is as if it were not there, and any page size goes (facts/kitos.md §2.2). */
export const listUsers: Endpoint = withUuid((call) => {
  const refused = refusal(call);
  if (refused !== null) return refused;
  const { query } = call;
  const rows = members(call).filter(
    (user) =>
      hasAll(`${personName(user)} ${user.email ?? ''}`, query.text('nameOrEmailQuery')) &&
      hasAll(user.email ?? '', query.text('emailQuery')),
  );
  return pageOf(inOrder(rows, readOrder(query), { name: personName }), readPaging(query), userDto);
});

export const oneUser: Endpoint = withUuid((call) => {
  const refused = refusal(call);
  if (refused !== null) return refused;
  const user = members(call).find(({ uuid }) => uuid === call.subId);
  return user === undefined ? call.refuse.domain(404, 'NotFound') : json(userDto(user));
});
