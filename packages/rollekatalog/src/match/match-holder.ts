import { foldEmail, foldName } from './fold-text.ts';
import { isAnonymisedHolder } from './is-anonymised-holder.ts';
import { peopleOf } from './people-of.ts';
import type { RollekatalogUser } from './rollekatalog-user.ts';
import type { UserIndex } from './user-index.ts';

/** Why a holder has no user. nothing-to-match: neither e-mail nor name that could be compared. ambiguous: several people bear the name. */
export type MissReason = 'anonymised' | 'nothing-to-match' | 'no-match' | 'ambiguous';

/** Whom a holder matched and how, or why nobody. `candidates` = accounts (matched) or people (ambiguous) that came into question. */
export type HolderMatch =
  | { readonly matched: true; readonly by: 'email' | 'name'; readonly user: RollekatalogUser; readonly candidates: number }
  | { readonly matched: false; readonly reason: MissReason; readonly candidates: number };

/**
 * The Rollekatalog user of one Kitos holder: by e-mail, else by full name (sync-rules §2). Several accounts with the e-mail: the preferred one. Several
 * people with the name: nobody, for who guesses gives a namesake another's responsibility.
 */
export const matchHolder = (holder: { readonly name: string | null; readonly email: string | null }, users: UserIndex): HolderMatch => {
  if (isAnonymisedHolder(holder)) return miss('anonymised');
  const email = foldEmail(holder.email);
  const name = foldName(holder.name);
  if (email === null && name === null) return miss('nothing-to-match');

  const byEmail = email === null ? [] : users.byEmail(email);
  const [first] = byEmail;
  if (first !== undefined) return { matched: true, by: 'email', user: first, candidates: byEmail.length };

  const byName = name === null ? [] : users.byName(name);
  const [namesake] = byName;
  if (namesake === undefined) return miss('no-match');
  const people = peopleOf(byName).length;
  return people > 1 ? miss('ambiguous', people) : { matched: true, by: 'name', user: namesake, candidates: byName.length };
};

const miss = (reason: MissReason, candidates = 0): HolderMatch => ({ matched: false, reason, candidates });
