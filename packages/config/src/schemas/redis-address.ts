import { textWhere } from './text.ts';

const isRedis = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['redis:', 'rediss:'].includes(url.protocol) || url.hostname === '') return false;
  // After the slash stands the number of the database.
  return /^\/?\d*$/.test(url.pathname) && url.search === '' && url.hash === '' && isPercentEncoded(`${url.username}${url.password}`);
};

const isPercentEncoded = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

const sameProtocol = (texts: readonly string[]): boolean => new Set(texts.map((text) => new URL(text).protocol)).size === 1;

/** The addresses in `redis.url`: separated by comma, blanks forgiven. */
export const splitAddresses = (text: string): string[] => text.split(',').map((part) => part.trim());

/** One or more addresses of Redis, all with or all without TLS. */
export const redisAddress = () =>
  textWhere(
    'redis://host:port or, with TLS, rediss://host:port; several (Sentinel, Cluster) separated by comma, all of one kind',
    (text) => {
      const parts = splitAddresses(text);
      return parts.every(isRedis) && sameProtocol(parts);
    },
  );
