import { type KitosDataset, kitosDatasetSchema } from '@os2bridge/simulators';
import { describeMistakes } from './describe-mistakes.ts';
import { readJsonFile } from './read-json-file.ts';
import { UsageError } from './usage-error.ts';

/** A dataset file for the Kitos simulator. Throws UsageError when it is missing, is not JSON, or is not a dataset, with the places. */
export const readKitosDataset = (path: string): KitosDataset => {
  const parsed = kitosDatasetSchema.safeParse(readJsonFile(path));
  if (!parsed.success) throw new UsageError(describeMistakes(path, parsed.error.issues));
  return parsed.data;
};
