import { foldEmail, foldName } from './fold-text.ts';

/** Whether Kitos has anonymised this person: the name or the address it then writes (facts/kitos.md §4). */
export const isAnonymisedHolder = ({ name, email }: { readonly name: string | null; readonly email: string | null }): boolean =>
  /^slettet bruger(?:\s|$)/u.test(foldName(name) ?? '') || (foldEmail(email) ?? '').endsWith('_deleted_user@kitos.dk');
