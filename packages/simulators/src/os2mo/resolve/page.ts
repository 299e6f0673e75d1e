/** What every paged field takes; `cursor` already read to the last uuid seen. */
export interface PageArguments {
  readonly limit?: number | null;
  readonly cursor?: string | null;
}

export interface Page {
  readonly uuids: readonly string[];
  /** The last uuid of the page when more follow, else null: there is no empty page at the end. */
  readonly next: string | null;
}

const firstAfter = (uuids: readonly string[], last: string): number => {
  let low = 0;
  let high = uuids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((uuids[middle] ?? '') <= last) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** One page of ascending uuids. No limit = everything; 0 or less = nothing, and no cursor either. */
export const pageOf = (uuids: readonly string[], { limit, cursor }: PageArguments): Page => {
  const start = cursor === undefined || cursor === null ? 0 : firstAfter(uuids, cursor);
  if (limit === undefined || limit === null) return { uuids: start === 0 ? uuids : uuids.slice(start), next: null };
  if (limit <= 0) return { uuids: [], next: null };
  const page = uuids.slice(start, start + limit);
  return { uuids: page, next: start + limit < uuids.length ? (page.at(-1) ?? null) : null };
};
