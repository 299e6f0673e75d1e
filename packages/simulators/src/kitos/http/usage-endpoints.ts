import type { UsageRow } from '../tables/kitos-tables.ts';
import { usageDto } from '../wire/usage-dto.ts';
import type { WireContext } from '../wire/wire-context.ts';
import { json } from './answer.ts';
import { withUuid, type Endpoint } from './endpoint.ts';
import { byChange, inOrder, readOrder } from './order.ts';
import { pageOf, readPaging } from './paging.ts';

const isVisible = ({ account, own }: WireContext, { organisation }: UsageRow): boolean => account.globalAdmin || own.includes(organisation);

/** Filters are conditions of a search: an organisation that is unknown or not ours gives an empty list (facts/kitos.md §2.0, §2.4). */
export const listUsages: Endpoint = (call) => {
  const { query, tables } = call;
  const since = query.time('changedSinceGtEq');
  const organisation = query.uuid('organizationUuid');
  const system = query.uuid('systemUuid');
  const nameOf = ({ system: uuid }: UsageRow): string => tables.systems.get(uuid)?.name ?? '';
  const systemName = query.text('systemNameContent')?.toLowerCase() ?? '';
  const order = readOrder(query);
  const paging = readPaging(query);
  if (Object.keys(query.mistakes).length > 0) return call.refuse.validation(query.mistakes);
  const rows = [...tables.usages.values()].filter(
    (row) =>
      isVisible(call, row) &&
      (organisation === null || row.organisation === organisation) &&
      (system === null || row.system === system) &&
      (since === null || row.lastChanged >= since) &&
      nameOf(row).toLowerCase().includes(systemName),
  );
  const keys = { name: nameOf, changed: (row: UsageRow) => row.lastChanged };
  return pageOf(since === null ? inOrder(rows, order, keys) : rows.toSorted(byChange), paging, (row) => usageDto(row, call));
};

export const oneUsage: Endpoint = withUuid((call) => {
  const row = call.tables.usages.get(call.id);
  if (row === undefined) return call.refuse.domain(404, 'NotFound');
  return isVisible(call, row) ? json(usageDto(row, call)) : call.refuse.domain(403, 'Forbidden');
});
