import { copenhagenDate } from '@os2bridge/model';
import { datasetClock } from './dataset-clock.ts';
import type { Dataset } from './dataset.ts';
import { facetUuids } from './facet-uuids.ts';
import * as fields from './normalise-fields.ts';
import { normaliseRow } from './normalise-row.ts';
import type { NormalisedDataset } from './normalised.ts';

/**
 * A dataset with every row in one shape (`validities`, oldest first), relative dates resolved and omitted fields filled in.
 * @param now epoch ms of the clock that `today` is read from; default: the dataset's own clock, else the real one
 */
export const normalise = (dataset: Dataset, now: number = datasetClock(dataset) ?? Date.now()): NormalisedDataset => {
  const today = copenhagenDate(new Date(now));
  const facets = facetUuids(dataset.facets);
  const classes = dataset.classes.map((row) => normaliseRow(row, today, (entry) => fields.classFields(entry, facets.of(entry.facet))));
  const madeFacets = facets.missing().map(({ uuid, user_key }) => normaliseRow({ uuid, user_key }, today, fields.facetFields));
  return {
    meta: dataset.meta,
    dar: dataset.dar,
    facets: [...dataset.facets.map((row) => normaliseRow(row, today, fields.facetFields)), ...madeFacets],
    classes,
    itsystems: dataset.itsystems.map((row) => normaliseRow(row, today, fields.itSystemFields)),
    org_units: dataset.org_units.map((row) => normaliseRow(row, today, fields.unitFields)),
    persons: dataset.persons.map((row) => normaliseRow(row, today, fields.personFields)),
    engagements: dataset.engagements.map((row) => normaliseRow(row, today, fields.engagementFields)),
    itusers: dataset.itusers.map((row) => normaliseRow(row, today, fields.itUserFields)),
    addresses: dataset.addresses.map((row) => normaliseRow(row, today, fields.addressFields)),
    managers: dataset.managers.map((row) => normaliseRow(row, today, fields.managerFields)),
    kles: dataset.kles.map((row) => normaliseRow(row, today, fields.kleFields)),
  };
};
