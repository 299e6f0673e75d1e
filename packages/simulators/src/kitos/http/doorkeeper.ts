import type { KitosAccount } from '../login/kitos-account.ts';
import { text, type Answer } from './answer.ts';

export interface Visit {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly account: KitosAccount;
}

const isTooLarge = (query: URLSearchParams): boolean =>
  ['take', '$top'].some((name) => {
    const value = query.get(name);
    return value !== null && !(Number(value) >= 1 && Number(value) <= 100);
  });

/**
 * What Kitos says to a request with a good token before any endpoint is asked, or null to let it in (facts/kitos.md §1, §3). The first case is
 * why an old token must not go along to the login.
 */
export const turnAway = ({ method, path, query, account }: Visit): Answer | null => {
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method) && !/api\/v2/i.test(path))
    return text(403, 'Write operations are not allowed on this API');
  if (!account.apiAccess) return text(403, 'Du har ikke tilladelse til at kalde API endpoints');
  if (isTooLarge(query)) return text(400, 'Pagination is limited to 100 elements.');
  if (/^\/api\/v2\/internal\//i.test(path)) return text(403, 'Internal endpoint. Please use the public API.');
  if (account.rightsHolder) return text(403, 'Users with rights holder access are not allowed to use this endpoint.');
  return null;
};
