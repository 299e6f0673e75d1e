import { parseUuid, type Uuid } from '@os2bridge/model';
import { z } from 'zod';

const step = z.record(z.string(), z.unknown());
const objects = z.array(z.object({ uuid: z.string() }).nullable());

/** The uuid of the object that an error at `path` ([collection, "objects", index, …]) lies in, if the answer still shows it. */
export const objectAt = (data: unknown, path: readonly (string | number)[]): Uuid | null => {
  const [collection, , index] = path;
  if (typeof collection !== 'string' || typeof index !== 'number') return null;
  const root = step.safeParse(data);
  const held = step.safeParse(root.success ? root.data[collection] : null);
  const list = objects.safeParse(held.success ? held.data['objects'] : null);
  const uuid = list.success ? list.data[index]?.uuid : undefined;
  return uuid === undefined ? null : parseUuid(uuid);
};
