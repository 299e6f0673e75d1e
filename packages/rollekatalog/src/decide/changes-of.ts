import type { Change } from '../change.ts';
import type { LinkPlan, UserDelta } from './link-plan.ts';
import type { RowPlan } from './row-plan.ts';

/** What a row's plan writes, said; empty = the row stays untouched. */
export const changesOfRow = ({ row, systemUuid: system, set, add, update, remove }: RowPlan): readonly Change[] => [
  ...(row === null ? [{ what: 'system-added', system } as const] : []),
  ...(row !== null && set.name !== undefined ? [{ what: 'system-renamed', system } as const] : []),
  ...(row !== null && set.active !== undefined ? [{ what: set.active ? 'system-activated' : 'system-deactivated', system } as const] : []),
  ...(row !== null && set.usageUuid !== undefined ? [{ what: 'usage-set', system } as const] : []),
  ...add.map(({ role, uuid: holder }) => ({ what: 'holder-added', system, role, holder }) as const),
  ...update.map(({ role, uuid: holder }) => ({ what: 'holder-updated', system, role, holder }) as const),
  ...remove.map(({ role, uuid: holder }) => ({ what: 'holder-removed', system, role, holder }) as const),
];

/** What a link's plan writes, said; empty = the IT system stays untouched. */
export const changesOfLink = ({ link, system, owners, responsibles, collection, backFill }: LinkPlan): readonly Change[] => {
  const itSystem = link.id;
  const said = (role: 'owner' | 'responsible', { add, remove }: UserDelta): readonly Change[] => [
    ...add.map((user) => ({ what: `${role}-added`, system, itSystem, user }) as const),
    ...remove.map((user) => ({ what: `${role}-removed`, system, itSystem, user }) as const),
  ];
  const collected = backFill || collection.add.length + collection.remove.length > 0;
  return [
    ...said('owner', owners),
    ...said('responsible', responsibles),
    ...(collected ? [{ what: 'collection-updated', system, itSystem } as const] : []),
  ];
};
