import { keyKind } from './key-kind.ts';
import { GONE, redactText } from './redact-text.ts';

/** What a line may hold at most; whatever is bigger is data, not a message. */
const MOST_DEPTH = 6;
const MOST_ITEMS = 50;
const MOST_TEXT = 4_000;
/** Text beyond this is not even looked at. */
const MOST_READ = 20_000;
/** The digits of a CPR or phone number kept as a number are never below this; counts and times under a telling key mostly are. */
const SMALL = 10_000_000;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Keys whose digits are ids. A CVR number looks like a phone number. */
const IDS = /^(cvr|municipality|queue|job|run|id)$/i;

/** Takes what must not be logged out of texts and values. */
export interface Redactor {
  /** A text; with `phones: false` one that is made of ids. */
  text(text: string, options?: { readonly phones?: boolean }): string;
  /** A value of any kind and depth as plain JSON data, capped; errors with their causes. Never throws. */
  value(value: unknown, key?: string): unknown;
}

/**
 * A redactor that by key and by shape finds what must not be logged, and these `secrets` wherever they stand: a client secret has
 * no shape. Shorter ones than 6 characters would tear up other words and are left to the keys. Pure.
 */
export const createRedactor = (secrets: readonly string[] = []): Redactor => {
  const known = secrets.filter((secret) => secret.length >= 6).toSorted((a, b) => b.length - a.length);

  const text: Redactor['text'] = (whole, options) => {
    const read = known.reduce((left, secret) => left.replaceAll(secret, GONE), whole.slice(0, MOST_READ));
    const clean = redactText(read, options);
    return clean.length > MOST_TEXT || whole.length > MOST_READ ? `${clean.slice(0, MOST_TEXT)}…` : clean;
  };

  const walk = (value: unknown, key: string, above: readonly object[]): unknown => {
    const kind = keyKind(key);
    if (kind === 'secret' && !isEmpty(value)) return GONE;
    if (kind === 'personal' && !isHarmless(value)) return GONE;
    if (typeof value === 'string') return text(value, { phones: !IDS.test(key) });
    if (typeof value === 'bigint') return text(String(value));
    if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
    return typeof value === 'object' && value !== null ? object(value, above) : value;
  };

  const object = (value: object, above: readonly object[]): unknown => {
    if (above.includes(value)) return '[circular]';
    if (above.length >= MOST_DEPTH) return '[deep]';
    const path = [...above, value];
    if (value instanceof Error) return error(value, path);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString();
    if (value instanceof URL) return text(value.href);
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (Array.isArray(value) || value instanceof Set) return list([...value], path);
    return record(value instanceof Map ? [...value].map(([key, one]) => [String(key), one]) : entriesOf(value), path);
  };

  const list = (items: readonly unknown[], path: readonly object[]): unknown[] => {
    const shown = items.slice(0, MOST_ITEMS).map((item) => walk(item, '', path));
    return items.length > MOST_ITEMS ? [...shown, `… ${items.length - MOST_ITEMS} more`] : shown;
  };

  const record = (entries: readonly (readonly [string, unknown])[], path: readonly object[]): Record<string, unknown> => {
    const shown = entries
      .slice(0, MOST_ITEMS)
      .map(([key, value]): [string, unknown] => [text(key, { phones: false }), walk(value, key, path)]);
    return Object.fromEntries(entries.length > MOST_ITEMS ? [...shown, ['…', `${entries.length - MOST_ITEMS} more`]] : shown);
  };

  // Of an error only these: what else hangs on one (a request's options, a command's arguments) is the data itself.
  const error = (from: Error, path: readonly object[]): Record<string, unknown> => ({
    type: text(from.name),
    message: text(from.message),
    ...('code' in from && from.code !== undefined ? { code: walk(from.code, 'code', path) } : {}),
    ...(from.stack === undefined ? {} : { stack: text(from.stack) }),
    ...(from.cause === undefined ? {} : { cause: walk(from.cause, 'cause', path) }),
    ...(from instanceof AggregateError ? { errors: list(from.errors, path) } : {}),
  });

  return {
    text,
    value: (value, key = '') => {
      try {
        return walk(value, key, []);
      } catch {
        return '[unreadable]';
      }
    },
  };
};

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || typeof value === 'boolean';

const isHarmless = (value: unknown): boolean =>
  isEmpty(value) || (typeof value === 'string' && UUID.test(value)) || (typeof value === 'number' && Math.abs(value) < SMALL);

/** A getter may throw. */
const entriesOf = (value: object): [string, unknown][] =>
  Object.keys(value).map((key) => {
    try {
      return [key, Reflect.get(value, key)];
    } catch {
      return [key, '[unreadable]'];
    }
  });
