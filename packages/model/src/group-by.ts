/** `items` by the key that `keyOf` gives; items without a key (null) are left out. Order within a group is kept. */
export const groupBy = <K, T>(items: Iterable<T>, keyOf: (item: T) => K | null): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
