import { homeOrganisation } from '../tables/home-organisation.ts';
import type { KitosTables } from '../tables/kitos-tables.ts';
import { parseTicks, type Ticks } from '../time/ticks.ts';
import type { KitosDataset } from './kitos-dataset.ts';

/** Rows that say nothing about it changed long ago, 1.2345678 s apart. */
const LONG_AGO = parseTicks('2024-03-01T08:00:00Z') ?? 0n;
const STEP = 12_345_678n;

const byUuid = <Row extends { readonly uuid: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.uuid, row]));

const ticksOr = (time: string | undefined, id: number): Ticks =>
  (time === undefined ? null : parseTicks(time)) ?? LONG_AGO + BigInt(id) * STEP;

export const loadTables = (dataset: KitosDataset): KitosTables => {
  let last = 0;
  const nextId = (): number => (last += 1);
  const organisations = byUuid(dataset.organisations.map((row) => ({ ...row, id: nextId() })));
  const home = homeOrganisation(organisations);
  return {
    organisations,
    users: byUuid(dataset.users.map((row) => ({ ...row, id: nextId(), organisations: row.organisations ?? [home] }))),
    roleTypes: byUuid(dataset.roleTypes.map((row) => ({ ...row, id: nextId(), organisations: row.organisations ?? null }))),
    systems: byUuid(
      dataset.systems.map(({ lastModified, ...row }) => {
        const id = nextId();
        return { ...row, id, organisation: row.organisation ?? home, lastChanged: ticksOr(lastModified, id) };
      }),
    ),
    usages: byUuid(
      dataset.usages.map(({ lastModified, ...row }) => {
        const id = nextId();
        return { ...row, id, organisation: row.organisation ?? home, lastChanged: ticksOr(lastModified, id) };
      }),
    ),
    deletions: dataset.deletions.map((row) => ({ ...row, id: nextId(), occurredAt: parseTicks(row.occurredAt) ?? 0n })),
    nextId,
  };
};
