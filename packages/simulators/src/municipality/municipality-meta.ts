import { z } from 'zod';
import type { Dataset } from '../dataset/dataset.ts';

const schema = z.object({
  name: z.string(),
  /** The day the municipality was made for, `YYYY-MM-DD`. */
  generated_for: z.iso.date(),
  top_unit: z.uuid(),
  /** Units meant for `os2sync.filter_orgunit_uuid`. */
  filtered_units: z.array(z.uuid()),
});

/** What a generated municipality says about itself in `meta`. */
export type MunicipalityMeta = z.output<typeof schema>;

/** Reads it; throws TypeError for a dataset that was not made by `generateMunicipality`. */
export const municipalityMeta = ({ meta }: Pick<Dataset, 'meta'>): MunicipalityMeta => {
  const parsed = schema.safeParse(meta);
  if (!parsed.success)
    throw new TypeError('This dataset is no generated municipality: its meta lacks top_unit, filtered_units or generated_for.');
  return parsed.data;
};
