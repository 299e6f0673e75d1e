import { createHash } from 'node:crypto';

/** Eight hex digits, as OS2sync makes them up for a new object; from the uuid, so that a run can be repeated. */
export const shortKey = (uuid: string): string => createHash('sha256').update(uuid).digest('hex').slice(0, 8);
