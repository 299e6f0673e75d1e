import { createHash } from 'node:crypto';

export interface HashedConstraint {
  readonly name: string | null;
  readonly valueType: string | null;
  readonly value: string | null;
}

const NULL = '\u0000NULL\u0000';

/**
 * Rollekatalog's hash over an IT system's role assignment, which includes the collection (facts/rollekatalog.md §3.4): SHA-256, base64url without padding,
 * over five parts joined by U+001F. Constraints in the order of their UTF-16 code units, which is how JavaScript compares texts too.
 */
export const recordHash = (
  ids: { readonly itSystem: number; readonly userRole: number; readonly systemRole: number; readonly collection: number | null },
  constraints: readonly HashedConstraint[],
): string => {
  const texts = constraints.map(({ name, valueType, value }) => `${name}:${valueType}:${value}`);
  const parts = [ids.itSystem, ids.userRole, ids.systemRole, ids.collection].map((id) => (id === null ? NULL : String(id)));
  const joined = texts.toSorted((one, other) => (one < other ? -1 : Number(one > other))).join('|');
  return createHash('sha256')
    .update([...parts, joined].join('\u001F'), 'utf8')
    .digest('base64url');
};
