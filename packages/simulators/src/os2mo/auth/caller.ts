/** Who asks. */
export interface Caller {
  /** What the caller may do; null = everything. */
  readonly roles: ReadonlySet<string> | null;
  /** Actor, and owner of event listeners. */
  readonly uuid: string;
}

/** The actor behind a legacy session, and behind everything while auth is off (facts/os2mo.md §2). */
export const LEGACY_ACTOR = '00000000-0000-0000-0000-000000000001';

/** The actor of a token without a `uuid` claim. */
export const MISSING_UUID_ACTOR = 'face1e55-baad-1110-006d-697373696e67';
