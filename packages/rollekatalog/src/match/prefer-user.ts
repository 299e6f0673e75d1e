import type { RollekatalogUser } from './rollekatalog-user.ts';

/** For sorting, the better account first: enabled, then in the primary domain, then the lowest uuid (sync-rules §2). */
export const preferUser = (one: RollekatalogUser, other: RollekatalogUser): number =>
  Number(one.disabled) - Number(other.disabled) ||
  Number(other.inPrimaryDomain) - Number(one.inPrimaryDomain) ||
  (one.uuid.toLowerCase() < other.uuid.toLowerCase() ? -1 : 1);
