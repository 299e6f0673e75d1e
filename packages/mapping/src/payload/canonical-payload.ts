/**
 * One deterministic text per content, for comparing payloads: keys sorted, null, [] and undefined dropped at every level (to OS2sync all
 * three mean "nothing"), lists of texts (uuids) sorted, lists of objects (positions) in their order. `without` leaves top-level fields out.
 */
export const canonicalPayload = (payload: object, without: readonly string[] = []): string =>
  JSON.stringify(canonical(Object.fromEntries(Object.entries(payload).filter(([key]) => !without.includes(key)))));

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? value.toSorted() : value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== null && item !== undefined && !(Array.isArray(item) && item.length === 0))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item)]));
};
