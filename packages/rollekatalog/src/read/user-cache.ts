import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { createUserIndex, type UserIndex } from '../match/user-index.ts';
import { readUsers } from './read-users.ts';

/** Rollekatalog's users as they were at most `maxAgeMs` ago, so that a thousand jobs do not each read thousands of them. */
export interface UserCache {
  get(): Promise<UserIndex>;
  /** As they are now. */
  refresh(): Promise<UserIndex>;
}

/** An empty cache. A read that fails is not remembered. */
export const createUserCache = (db: Kysely<Tables>, maxAgeMs: number): UserCache => {
  let held: { readonly index: Promise<UserIndex>; readonly until: number } | undefined;
  const refresh = (): Promise<UserIndex> => {
    const index = readUsers(db).then(createUserIndex);
    const mine = { index, until: performance.now() + maxAgeMs };
    held = mine;
    index.catch(() => {
      if (held === mine) held = undefined;
    });
    return index;
  };
  return { refresh, get: () => (held !== undefined && performance.now() < held.until ? held.index : refresh()) };
};
