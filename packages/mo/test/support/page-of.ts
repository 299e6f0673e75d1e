/** The body of a GraphQL answer: one collection with these objects. */
export const pageOf = (collection: string, objects: readonly unknown[], nextCursor: string | null = null): unknown => ({
  data: { [collection]: { objects, page_info: { next_cursor: nextCursor } } },
});
