import type { CollectionFields } from '../../dataset/normalised.ts';
import type { Table } from '../store/table.ts';
import { segmentsIn, type Window } from './window.ts';

type Units = Table<CollectionFields['org_units']>;

const closure = (seeds: Iterable<string>, neighbours: (uuid: string) => Iterable<string>): ReadonlySet<string> => {
  const found = new Set(seeds);
  // A set may grow while it is walked: what is added is visited too.
  for (const uuid of found) for (const next of neighbours(uuid)) found.add(next);
  return found;
};

/** The seeds and everything below them: each parent link counts if it holds at some point inside the window. */
export const unitsBelow = (units: Units, seeds: Iterable<string>, window: Window): ReadonlySet<string> =>
  closure(seeds, (uuid) =>
    units
      .pointingTo('parent', uuid)
      .filter((row) => segmentsIn(row, window).some((segment) => segment.fields.parent === uuid))
      .map((row) => row.uuid),
  );

/** The seeds and everything above them up to the root. */
export const unitsAbove = (units: Units, seeds: Iterable<string>, window: Window): ReadonlySet<string> =>
  closure(seeds, (uuid) => {
    const row = units.get(uuid);
    return row === undefined ? [] : segmentsIn(row, window).flatMap(({ fields }) => (fields.parent === null ? [] : [fields.parent]));
  });
