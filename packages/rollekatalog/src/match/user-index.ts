import { groupBy } from '@os2bridge/model';
import { foldEmail, foldName } from './fold-text.ts';
import { preferUser } from './prefer-user.ts';
import type { RollekatalogUser } from './rollekatalog-user.ts';

/** Rollekatalog's users, ready to be asked thousands of times. */
export interface UserIndex {
  /** Accounts with this folded e-mail, the preferred one first. */
  byEmail(folded: string): readonly RollekatalogUser[];
  /** Accounts with this folded full name, the preferred one first. */
  byName(folded: string): readonly RollekatalogUser[];
  /** Accounts that can match at all. */
  readonly size: number;
}

/** Indexes the users with deleted=0; the others can never match (sync-rules §2). One pass; a look-up costs nothing. */
export const createUserIndex = (users: readonly RollekatalogUser[]): UserIndex => {
  const living = users.filter((user) => !user.deleted).toSorted(preferUser);
  const emails = groupBy(living, (user) => foldEmail(user.email));
  const names = groupBy(living, (user) => foldName(user.name));
  return { byEmail: (folded) => emails.get(folded) ?? [], byName: (folded) => names.get(folded) ?? [], size: living.length };
};
