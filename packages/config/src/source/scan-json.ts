/** Where a text stops being JSON, or the keys of its outermost object with their places, in order and each as often as it stands there. */
export type JsonScan =
  | { readonly ok: true; readonly keys: readonly { readonly key: string; readonly offset: number }[] }
  | { readonly ok: false; readonly offset: number };

const BLANKS = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Walks through JSON text. JSON.parse does the reading; it tells neither the place of every mistake nor that a key stands twice, and its
 * messages quote the text, which may hold a secret.
 */
export const scanJson = (text: string): JsonScan => {
  const keys: { key: string; offset: number }[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const sign = (expected: string): boolean => {
    take(BLANKS);
    if (text[at] !== expected) return false;
    at += 1;
    take(BLANKS);
    return true;
  };
  const value = (depth: number): boolean => {
    take(BLANKS);
    if (text[at] === '{') return members('{', '}', () => member(depth), depth);
    if (text[at] === '[') return members('[', ']', () => value(depth + 1), depth);
    return take(text[at] === '"' ? STRING : SCALAR) !== null;
  };
  const members = (open: string, close: string, one: () => boolean, depth: number): boolean => {
    if (depth > 500 || !sign(open)) return false;
    if (sign(close)) return true;
    while (one()) {
      if (sign(close)) return true;
      if (!sign(',')) return false;
    }
    return false;
  };
  const member = (depth: number): boolean => {
    const offset = at;
    const name = take(STRING);
    if (name === null) return false;
    if (depth === 0) keys.push({ key: String(JSON.parse(name)), offset });
    return sign(':') && value(depth + 1);
  };
  const whole = value(0);
  take(BLANKS);
  return whole && at === text.length ? { ok: true, keys } : { ok: false, offset: at };
};
