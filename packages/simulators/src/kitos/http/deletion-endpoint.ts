import type { DeletionRow } from '../tables/kitos-tables.ts';
import type { WireContext } from '../wire/wire-context.ts';
import type { Endpoint } from './endpoint.ts';
import { pageOf, readPaging } from './paging.ts';

const TYPES = ['ItSystem', 'ItSystemUsage', 'ItInterface', 'ItContract', 'DataProcessingRegistration', 'OrganizationUnit'] as const;
const NUMBERS: Readonly<Record<string, DeletionRow['type']>> = {
  0: 'ItSystem',
  1: 'ItSystemUsage',
  2: 'ItInterface',
  3: 'ItContract',
  4: 'DataProcessingRegistration',
  6: 'OrganizationUnit',
};

const isVisible = ({ account, own }: WireContext, { organisation, public: shared }: DeletionRow): boolean =>
  account.globalAdmin || organisation === null || shared || own.includes(organisation);

/**
 * The feed: nobody looks at mistakes, so an unreadable type or time means all of them; and rows of one instant come in whatever order, another one at
 * the next request, so that a page border may hide one (facts/kitos.md §2.5).
 */
export const createDeletionEndpoint = (): Endpoint => {
  let turn = 1;
  return (call) => {
    turn = -turn;
    const { query, tables, time } = call;
    const type = NUMBERS[query.text('entityType') ?? ''] ?? query.choice('entityType', TYPES);
    const since = query.time('deletedSinceUTC');
    const rows = tables.deletions
      .filter((row) => isVisible(call, row) && (type === null || row.type === type) && (since === null || row.occurredAt >= since))
      .toSorted(
        (one, other) => Number(one.occurredAt > other.occurredAt) - Number(one.occurredAt < other.occurredAt) || turn * (one.id - other.id),
      );
    return pageOf(rows, readPaging(query), ({ uuid, type: entityType, occurredAt }) => ({
      occurredAtUtc: time(occurredAt),
      entityUuid: uuid,
      entityType,
    }));
  };
};
