import type { Dataset } from '../../src/dataset/dataset.ts';
import type { MunicipalityPatch } from '../../src/municipality/municipality-patch.ts';

const patched = <Row extends { readonly uuid: string }>(
  rows: readonly Row[],
  upsert: readonly Row[] = [],
  remove: readonly string[] = [],
): Row[] => {
  const gone = new Set([...remove, ...upsert.map(({ uuid }) => uuid)]);
  return [...rows.filter(({ uuid }) => !gone.has(uuid)), ...upsert];
};

/** The dataset as a simulator holds it after the patch. */
export const applyPatch = (dataset: Dataset, { upsert, remove }: MunicipalityPatch): Dataset => ({
  ...dataset,
  org_units: patched(dataset.org_units, upsert.org_units, remove.org_units),
  persons: patched(dataset.persons, upsert.persons, remove.persons),
  engagements: patched(dataset.engagements, upsert.engagements, remove.engagements),
  itusers: patched(dataset.itusers, upsert.itusers, remove.itusers),
  addresses: patched(dataset.addresses, upsert.addresses, remove.addresses),
  managers: patched(dataset.managers, upsert.managers, remove.managers),
  kles: patched(dataset.kles, upsert.kles, remove.kles),
});
