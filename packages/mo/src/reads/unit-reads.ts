import type { MoUnit, Uuid } from '@os2bridge/model';
import { readFor } from '../graphql/read-for.ts';
import { walk } from '../graphql/walk.ts';
import { unitsQuery, unitsWithAncestorsQuery } from '../queries/unit-queries.ts';
import { unitsKnownQuery } from '../queries/units-known-query.ts';
import type { MoContext } from './mo-context.ts';
import { createRootParent } from './root-parent.ts';

export interface UnitReads {
  unitPages(signal?: AbortSignal): AsyncIterable<readonly MoUnit[]>;
  unitsWithAncestors(units: readonly Uuid[]): Promise<readonly MoUnit[]>;
  unitsKnown(units: readonly Uuid[]): Promise<ReadonlySet<Uuid>>;
}

/** Reads of org units, as MoReader promises them. */
export const createUnitReads = (mo: MoContext): UnitReads => {
  const rootParent = createRootParent(mo);
  return {
    async *unitPages(signal) {
      const clear = await rootParent();
      for await (const units of walk(mo.ask, unitsQuery, { pageSize: mo.pageSize, signal })) yield units.map(clear);
    },
    unitsWithAncestors: async (uuids) => {
      if (uuids.length === 0) return [];
      const [clear, units] = await Promise.all([rootParent(), readFor(mo.ask, unitsWithAncestorsQuery, uuids, mo.pageSize)]);
      // Two chunks may share ancestors.
      return [...new Map(units.map((unit) => [unit.uuid, clear(unit)])).values()];
    },
    unitsKnown: async (uuids) => new Set((await readFor(mo.ask, unitsKnownQuery, uuids, mo.pageSize)).map(({ uuid }) => uuid)),
  };
};
