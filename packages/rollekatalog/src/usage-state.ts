import { uuidSchema } from '@os2bridge/model';
import { z } from 'zod';

/** The two roles the bridge stores, in Rollekatalog's own spelling. */
export const holderRole = z.enum(['SYSTEM_OWNER', 'SYSTEM_RESPONSIBLE']);
export type HolderRole = z.infer<typeof holderRole>;

const usageHolder = z.object({
  uuid: uuidSchema,
  role: holderRole,
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** false = missing in Kitos' user list, so that the e-mail is not known; what is stored of it stays. */
  listed: z.boolean(),
});

/**
 * One usage as Kitos has it now. `lastModified` has seven decimals and Z (2026-11-22T08:15:30.0000123Z), so that texts compare like instants.
 * Only holders of the two configured roles.
 */
export const usageState = z.object({
  uuid: uuidSchema,
  lastModified: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{7}Z$/u, 'is no UTC instant with seven decimals'),
  system: z.object({ uuid: uuidSchema, name: z.string().nullable() }),
  valid: z.boolean(),
  holders: z.array(usageHolder),
});

export type UsageHolder = z.infer<typeof usageHolder>;
export type UsageState = z.infer<typeof usageState>;
