import type nunjucks from 'nunjucks';

/** Python's own idea of blank, which `str.strip` and so Jinja2's trim use; JavaScript's differs in U+001C…U+001F, U+0085 and U+FEFF. */
const PYTHON_BLANKS = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*';
const STRIP = new RegExp(`^${PYTHON_BLANKS}|${PYTHON_BLANKS}$`, 'gu');

/** Letters whose title case differs from their upper case; of all others Python's capitalize takes the upper case. */
const TITLE_CASE: Readonly<Record<string, string>> = { ǆ: 'ǅ', ǉ: 'ǈ', ǌ: 'ǋ', ǳ: 'ǲ' };

const capitalize = (text: string): string => {
  const [first = '', ...rest] = text.toLowerCase();
  const [head = '', ...tail] = TITLE_CASE[first] ?? first.toUpperCase();
  return head + tail.join('').toLowerCase() + rest.join('');
};

const replace = (text: string, old: string, fresh: string): string =>
  old === '' ? [fresh, ...[...text].map((character) => character + fresh)].join('') : text.replaceAll(old, () => fresh);

const some = (character: string | undefined): string => {
  // Jinja2 gives an undefined value here, and printing that is an error; an empty text would hide the mistake.
  if (character === undefined) throw new Error('the text is empty');
  return character;
};

const orDefault = (text: string, fallback = '', whenEmpty: boolean | { readonly boolean: boolean } = false): string =>
  (typeof whenEmpty === 'boolean' ? whenEmpty : whenEmpty.boolean) ? text || fallback : text;

/**
 * The filters a template may use, written anew so that they give what Jinja2 3.1 gives for every text: by code point, with Python's case
 * rules, unescaped. `default` only ever sees texts that exist, since unknown variables are refused.
 */
const FILTERS = {
  upper: (text: string) => text.toUpperCase(),
  lower: (text: string) => text.toLowerCase(),
  capitalize,
  trim: (text: string) => text.replace(STRIP, ''),
  replace,
  default: orDefault,
  d: orDefault,
  first: (text: string) => some([...text].at(0)),
  last: (text: string) => some([...text].at(-1)),
  length: (text: string) => [...text].length,
  count: (text: string) => [...text].length,
  string: (text: string) => text,
} as const;

export type FilterName = keyof typeof FILTERS;

export const isFilterName = (name: string): name is FilterName => Object.hasOwn(FILTERS, name);

export const FILTER_NAMES: readonly string[] = Object.keys(FILTERS);

export const addFilters = (environment: nunjucks.Environment): void => {
  for (const [name, filter] of Object.entries(FILTERS)) environment.addFilter(name, filter);
};
