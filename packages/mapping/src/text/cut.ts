/** `text` cut to at most `limit` code points, so that an emoji counts one and is never halved. */
export const cut = (text: string, limit: number): string => {
  // A text never has more code points than UTF-16 units, so most texts need no counting.
  if (text.length <= limit) return text;
  let at = 0;
  let taken = 0;
  for (const character of text) {
    if (taken === limit) return text.slice(0, at);
    at += character.length;
    taken += 1;
  }
  return text;
};
