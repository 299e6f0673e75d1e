import { wholeNumber, seconds } from '../schemas/number.ts';
import { hashKey } from '../schemas/secret.ts';
import { optional, required, withDefault } from './about.ts';

/** The bridge's own guard rails. */
export const os2bridge = {
  'os2bridge.hash_key': required(hashKey(), {
    type: 'text, 16 characters or more',
    meaning:
      'The secret key of the hashes by which the bridge knows what it has sent, so that nobody can guess a CPR number from them. Make it once with `openssl rand -hex 32` and keep it: with another key everything is sent again.',
    source: 'sync rules',
    example: '',
    confidential: 'secret',
  }),
  'os2bridge.delete_limit': optional(wholeNumber(0), {
    type: 'whole number, 0 or more',
    meaning:
      'The most objects of one kind that one run deletes without approval. Not set: the larger of 10 and 10 % of what there is of that kind.',
    source: 'sync rules',
  }),
  'os2bridge.retry_attempts': withDefault(wholeNumber(1, 50), 8, {
    type: 'whole number, 1 to 50',
    meaning: 'How often a job is tried before it counts as failed.',
    source: 'os2bridge',
  }),
  'os2bridge.retry_delay': withDefault(seconds(), 2, {
    type: 'seconds',
    meaning: 'The pause before a job is tried the second time; doubles each time.',
    source: 'os2bridge',
  }),
};
