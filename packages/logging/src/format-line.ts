import type { Entry } from './entry.ts';

/** The entry as one line for people: time, level, scope in brackets, message, fields. Of an error its message and its causes'; the stack is in the JSON. */
export const formatLine = ({ time, level, message, scope, fields }: Entry): string => {
  const scopes = Object.entries(scope).map(([key, value]) => `${key}=${shown(value)}`);
  const parts = [
    time.toISOString(),
    level.toUpperCase().padEnd(5),
    ...(scopes.length === 0 ? [] : [`[${scopes.join(' ')}]`]),
    message,
    ...Object.entries(fields).map(([key, value]) => `${key}=${shown(value)}`),
  ];
  return oneLine(parts.join(' '));
};

const shown = (value: unknown): string => {
  if (typeof value === 'string') return /^[\p{L}\p{N}_.:/@+-]+$/u.test(value) ? value : JSON.stringify(value);
  return errorChain(value) ?? JSON.stringify(value) ?? String(value);
};

const errorChain = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null || !('stack' in value) || !('message' in value)) return null;
  const cause = 'cause' in value ? errorChain(value.cause) : null;
  const message = JSON.stringify(value.message);
  return cause === null ? message : `${message} <- ${cause}`;
};

/** Whatever would break the line or ring the terminal's bell, in JSON's spelling. */
const oneLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
