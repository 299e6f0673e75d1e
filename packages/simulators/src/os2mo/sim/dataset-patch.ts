import { z } from 'zod';
import { type DatasetInput, datasetSchema } from '../../dataset/dataset.ts';
import type { CollectionName, NormalisedCollections, NormalisedRow } from '../../dataset/normalised.ts';
import { normalise } from '../../dataset/normalise.ts';
import { rowFromDataset } from '../store/segment.ts';
import type { Table } from '../store/table.ts';
import type { Store } from '../store/store.ts';
import type { Change } from '../write/transaction.ts';

/** Rows to replace or add, in dataset format, and uuids to take out as if they had never been. */
export interface DatasetPatch {
  readonly upsert?: DatasetInput;
  readonly remove?: { readonly [Name in CollectionName]?: readonly string[] };
}

const uuids = z.array(z.string());

/** A patch as it comes over HTTP. */
export const datasetPatch = z.object({
  upsert: datasetSchema.optional(),
  remove: z
    .object({
      facets: uuids,
      classes: uuids,
      itsystems: uuids,
      org_units: uuids,
      persons: uuids,
      engagements: uuids,
      itusers: uuids,
      addresses: uuids,
      managers: uuids,
      kles: uuids,
    })
    .partial()
    .optional(),
});

const NAMES: readonly CollectionName[] = [
  'facets',
  'classes',
  'itsystems',
  'org_units',
  'persons',
  'engagements',
  'itusers',
  'addresses',
  'managers',
  'kles',
];

/** Puts the rows that the patch names, and what is not there yet. */
const putRows = <Fields>(table: Table<Fields>, rows: readonly NormalisedRow<Fields>[], said: ReadonlySet<string>): readonly string[] => {
  const chosen = rows.filter(({ uuid }) => said.has(uuid) || table.get(uuid) === undefined);
  for (const row of chosen) table.put(rowFromDataset(row));
  return chosen.map(({ uuid }) => uuid);
};

/** Applies a patch; returns what changed. @param now epoch ms, for relative dates */
export const applyPatch = (store: Store, { upsert = {}, remove = {} }: DatasetPatch, now: number): readonly Change[] => {
  // The facets that exist are listed too, so that a class finds its facet by name; they are no part of the change.
  const existing = store.tables.facets.sorted().map(({ uuid, segments }) => ({ uuid, user_key: segments.at(-1)?.fields.user_key }));
  const said = datasetSchema.parse(upsert);
  const own = new Set(said.facets.map(({ uuid }) => uuid));
  const dataset = normalise({ ...said, facets: [...said.facets, ...existing.filter(({ uuid }) => !own.has(uuid))] }, now);
  const put = <Name extends CollectionName>(name: Name): readonly { name: Name; uuid: string }[] => {
    const rows: NormalisedCollections[Name] = dataset[name];
    const uuidsSaid = new Set(said[name].map(({ uuid }) => uuid));
    return putRows(store.tables[name], rows, uuidsSaid).map((uuid) => ({ name, uuid }));
  };
  const changes: Change[] = NAMES.flatMap(put);
  for (const name of NAMES)
    for (const uuid of remove[name] ?? []) {
      store.tables[name].remove(uuid);
      changes.push({ name, uuid });
    }
  store.touch();
  return changes;
};
