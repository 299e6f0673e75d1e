import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { RowCounters } from './count-rows.ts';
import { isLocked } from './classify-error.ts';
import type { Tables } from './tables.ts';

/** Each attempt waits up to twice as long as the one before: 8 of them give way for 3 s in the middle. */
const ATTEMPTS = 8;
const FIRST_WAIT_MS = 25;

/**
 * Runs `work` in one transaction, and once more when it was the victim of a deadlock or waited too long for a lock (1205, 1213), after a pause of
 * random length so that the two do not meet again. `work` must begin from what it reads in it. Throws the last error as it came.
 */
export const inTransaction = async <T>(
  { db, counters }: { readonly db: Kysely<Tables>; readonly counters: RowCounters },
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // Read committed: rows that are looked at and not wanted stay unlocked, and a read after a lock sees what was committed before it.
      return await db.transaction().setIsolationLevel('read committed').execute(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isLocked(error)) throw error;
      counters.retries += 1;
      await pause(Math.random() * FIRST_WAIT_MS * 2 ** attempt);
    }
  }
};
