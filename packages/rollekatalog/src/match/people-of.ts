import { foldEmail } from './fold-text.ts';
import type { RollekatalogUser } from './rollekatalog-user.ts';

/**
 * Sorts accounts into people: two that share the source system's uuid or an e-mail belong to one. CPR would say it surely, but the bridge may not
 * read it. Two people taken for one are worse than one taken for two, so a shared name proves nothing.
 */
export const peopleOf = (accounts: readonly RollekatalogUser[]): readonly (readonly RollekatalogUser[])[] => {
  let people: { readonly keys: readonly string[]; readonly accounts: readonly RollekatalogUser[] }[] = [];
  for (const account of accounts) {
    const email = foldEmail(account.email);
    const keys = [`uuid ${account.extUuid.toLowerCase()}`, ...(email === null ? [] : [`email ${email}`])];
    const same = people.filter((person) => person.keys.some((key) => keys.includes(key)));
    const merged = {
      keys: [...same.flatMap((person) => person.keys), ...keys],
      accounts: [...same.flatMap((person) => person.accounts), account],
    };
    people = [...people.filter((person) => !same.includes(person)), merged];
  }
  return people.map((person) => person.accounts);
};
