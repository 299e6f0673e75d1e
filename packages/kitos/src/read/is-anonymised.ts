import type { KitosUser } from './users.ts';

/**
 * Whether Kitos has anonymised this user: removed from the last organisation, or altogether (facts/kitos.md §4). The name alone is
 * enough for a holder who is missing in the user list. Such a user never matches anybody (sync-rules §2).
 */
export const isAnonymised = ({ name, email }: Pick<KitosUser, 'name' | 'email'>): boolean =>
  /^slettet bruger\b/i.test(name?.trim() ?? '') || /_deleted_user@kitos\.dk$/i.test(email?.trim() ?? '');
