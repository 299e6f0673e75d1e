import type { SystemRow } from '../tables/kitos-tables.ts';
import { systemDto } from '../wire/system-dto.ts';
import type { WireContext } from '../wire/wire-context.ts';
import { json } from './answer.ts';
import { withUuid, type Endpoint } from './endpoint.ts';
import { byChange, inOrder, readOrder } from './order.ts';
import { pageOf, readPaging } from './paging.ts';

const isVisible = ({ account, own }: WireContext, { scope, organisation }: SystemRow): boolean =>
  account.globalAdmin || scope === 'Global' || own.includes(organisation);

const usersOf = ({ tables }: WireContext): ReadonlyMap<string, ReadonlySet<string>> => {
  const users = new Map<string, Set<string>>();
  for (const { system, organisation } of tables.usages.values()) users.set(system, (users.get(system) ?? new Set()).add(organisation));
  return users;
};

/** The times asked about are the system's own: one newly taken into use has not changed (facts/kitos.md §2.3). */
export const listSystems: Endpoint = (call) => {
  const { query, tables } = call;
  const since = query.time('changedSinceGtEq');
  const usedIn = query.uuid('usedInOrganizationUuid');
  const deactivatedToo = query.flag('includeDeactivated');
  const name = query.text('nameContains')?.toLowerCase() ?? '';
  const least = query.int('numberOfUsers') ?? 0;
  const order = readOrder(query);
  const paging = readPaging(query);
  if (Object.keys(query.mistakes).length > 0) return call.refuse.validation(query.mistakes);
  const users = usersOf(call);
  const rows = [...tables.systems.values()].filter(
    (row) =>
      isVisible(call, row) &&
      (deactivatedToo || !row.deactivated) &&
      (usedIn === null || users.get(row.uuid)?.has(usedIn) === true) &&
      (users.get(row.uuid)?.size ?? 0) >= least &&
      (since === null || row.lastChanged >= since) &&
      (row.name ?? '').toLowerCase().includes(name),
  );
  const keys = { name: (row: SystemRow) => row.name ?? '', changed: (row: SystemRow) => row.lastChanged };
  return pageOf(since === null ? inOrder(rows, order, keys) : rows.toSorted(byChange), paging, (row) => systemDto(row, call));
};

export const oneSystem: Endpoint = withUuid((call) => {
  const row = call.tables.systems.get(call.id);
  if (row === undefined) return call.refuse.domain(404, 'NotFound');
  return isVisible(call, row) ? json(systemDto(row, call)) : call.refuse.domain(403, 'Forbidden');
});
