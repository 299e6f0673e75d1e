import { sharedFolder } from '@os2bridge/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const objects = z.array(z.looseObject({ uuid: z.string(), current: z.looseObject({}).nullish() }));
const pair = z.object({
  response: z.object({ body: z.object({ data: z.record(z.string(), z.object({ objects })), errors: z.array(z.unknown()).optional() }) }),
});

/** The folder of the recording of a real OS2MO, or null where it is absent. */
export const recording = (): string | null => {
  const shared = sharedFolder();
  return shared === null ? null : join(shared, 'os2mo');
};

/** The objects of one collection in a recorded answer. */
export const recordedObjects = (name: string, collection: string): z.infer<typeof objects> => {
  const parsed = pair.parse(JSON.parse(readFileSync(join(recording() ?? '', 'pairs', `${name}.json`), 'utf8')));
  return parsed.response.body.data[collection]?.objects ?? [];
};
