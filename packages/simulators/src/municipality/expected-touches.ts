/** How many objects of FK Organisation something touches. */
export interface ExpectedTouches {
  readonly upserts: { readonly orgunit: number; readonly user: number };
  readonly deletes: { readonly orgunit: number; readonly user: number };
}

interface Counts {
  readonly orgunits?: number;
  readonly users?: number;
  readonly deletedOrgunits?: number;
  readonly deletedUsers?: number;
}

/** What is not named is not touched. */
export const touches = ({ orgunits = 0, users = 0, deletedOrgunits = 0, deletedUsers = 0 }: Counts): ExpectedTouches => ({
  upserts: { orgunit: orgunits, user: users },
  deletes: { orgunit: deletedOrgunits, user: deletedUsers },
});

/** All of them together; right only when no object is touched twice. */
export const sumOfTouches = (parts: readonly ExpectedTouches[]): ExpectedTouches =>
  touches({
    orgunits: parts.reduce((sum, { upserts }) => sum + upserts.orgunit, 0),
    users: parts.reduce((sum, { upserts }) => sum + upserts.user, 0),
    deletedOrgunits: parts.reduce((sum, { deletes }) => sum + deletes.orgunit, 0),
    deletedUsers: parts.reduce((sum, { deletes }) => sum + deletes.user, 0),
  });
