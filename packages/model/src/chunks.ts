/** `items` in pieces of at most `size`, in order. */
export const chunks = <T>(items: readonly T[], size: number): T[][] => {
  const pieces: T[][] = [];
  for (let at = 0; at < items.length; at += size) pieces.push(items.slice(at, at + size));
  return pieces;
};
