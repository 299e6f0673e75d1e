import { z } from 'zod';
import type { Query } from '../graphql/query.ts';

/** MO's release. Needs a login, but no role. */
export const versionQuery: Query = { operation: 'Version', text: 'query Version { version { mo_version } }' };

export const versionData = z.object({ version: z.object({ mo_version: z.string().nullable() }) });
