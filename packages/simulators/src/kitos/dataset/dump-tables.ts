import type { KitosTables } from '../tables/kitos-tables.ts';
import { formatTicks } from '../time/ticks.ts';
import type { KitosDataset } from './kitos-dataset.ts';

/** Everything that is there now, as a dataset that would make it again. */
export const dumpTables = (tables: KitosTables): KitosDataset => ({
  meta: {},
  organisations: [...tables.organisations.values()].map(({ id: _id, ...row }) => row),
  users: [...tables.users.values()].map(({ id: _id, ...row }) => ({ ...row, organisations: [...row.organisations] })),
  roleTypes: [...tables.roleTypes.values()].map(({ id: _id, organisations, ...row }) => ({
    ...row,
    ...(organisations === null ? {} : { organisations: [...organisations] }),
  })),
  systems: [...tables.systems.values()].map(({ id: _id, lastChanged, ...row }) => ({ ...row, lastModified: formatTicks(lastChanged) })),
  usages: [...tables.usages.values()].map(({ id: _id, lastChanged, ...row }) => ({ ...row, lastModified: formatTicks(lastChanged) })),
  deletions: tables.deletions.map(({ id: _id, occurredAt, ...row }) => ({ ...row, occurredAt: formatTicks(occurredAt) })),
});
