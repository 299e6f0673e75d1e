import { z } from 'zod';
import type { Query } from '../graphql/query.ts';
import { uuidField } from './uuid-field.ts';

/** MO's one organisation. Up to v27 it shows as the parent of every root unit. */
export const organisationQuery: Query = { operation: 'Organisation', text: 'query Organisation { org { uuid } }' };

export const organisationData = z.object({ org: z.object({ uuid: uuidField }) });
