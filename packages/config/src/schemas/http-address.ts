import { textWhere } from './text.ts';

const parse = (text: string): URL | null => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  // User and password in an address end up in error messages and logs of everything on the way.
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '' ? url : null;
};

const withoutSlash = (text: string): string => text.replace(/\/+$/, '');

/** An absolute http or https address without a trailing slash; no user, password, query or fragment in it. */
export const httpAddress = (example: string) =>
  textWhere(`an address like ${example}, without user, password or query`, (text) => parse(text) !== null).transform(withoutSlash);

/** The address of OS2sync's API: as `httpAddress`, and ends in /api. */
export const apiAddress = (example: string) =>
  textWhere(
    `an address that ends in /api, like ${example}`,
    (text) => parse(withoutSlash(text))?.pathname.endsWith('/api') === true,
  ).transform(withoutSlash);
