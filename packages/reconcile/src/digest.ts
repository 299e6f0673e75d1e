import { createHmac } from 'node:crypto';

/** Keyed digest of a canonical payload: without the key nobody can guess a CPR from it (ten digits are quickly tried). 32 of 43 characters suffice. */
export const digest = (hashKey: string, canonical: string): string =>
  createHmac('sha256', hashKey).update(canonical).digest('base64url').slice(0, 32);
