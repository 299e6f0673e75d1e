/** Order by code point, as Python and C have it; JavaScript's own order puts emoji before U+E000…U+FFFF. */
export const codePointOrder = (a: string, b: string): number => {
  if (a === b) return 0;
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const one = left.next();
    const other = right.next();
    if (one.done || other.done) return one.done ? -1 : 1;
    const difference = (one.value.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
};
