import { z } from 'zod';
import { isUuid, type Uuid } from './uuid.ts';

/** Checks a uuid at a border where only our own spelling may come: job data, Redis, our own files. */
export const uuidSchema = z.custom<Uuid>((value) => typeof value === 'string' && isUuid(value), 'is no lower-case uuid');
