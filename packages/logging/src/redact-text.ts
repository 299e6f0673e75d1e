import { keyKind } from './key-kind.ts';

/** What stands in the place of something that must not be logged. */
export const GONE = '[redacted]';

const UUID = /\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/i;
const UUIDS = new RegExp(UUID, 'gi');
const ONLY_UUID = new RegExp(`^${UUID.source}$`, 'i');

// https://user:password@host, greedy: a password may hold @ and /.
const CREDENTIALS = /([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s"'<>]{0,300}@/gi;
const SCHEMES = /\b(bearer|basic|digest)\s+[\w.~+/=:-]{6,}/gi;
const JWT = /\beyJ[\w-]{5,}\.[\w-]{5,}(\.[\w-]*)?/g;

// "key": "value" in JSON, also in JSON inside JSON; key: 'value', key=value and key: value elsewhere. Long keys and values are no concern of ours.
const QUOTED = /(\\?["'])([\w.@-]{2,60})\1(\s{0,3}[:=]\s{0,3})(\\?["'])((?:(?!\4)[\s\S]){0,2000}?)\4/g;
const HALF_QUOTED = /(?<![\w.-])([a-z][\w.-]{1,60})(\s?[=:]\s?)(\\?["'])((?:(?!\3)[\s\S]){0,2000}?)\3/gi;
const BARE = /(?<![\w.-])([a-z][\w.-]{1,60})(\s?[=:]\s?)([^\s"'&;,)}\]]{1,2000})/gi;

// "hash_key: is missing" says something about a secret, not the secret.
const SENTENCE = /^(is|was|has|are|not|no|none|missing|needed|expected|set|true|false|null|undefined)$/i;

const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;

// Day and month must be possible (a replacement CPR adds 60 to the day), so that seconds since 1970 and most counters stay.
// Hexadecimal digits beside it make it part of a hash.
const CPR = /(?<![0-9a-f]|\d\.)(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![0-9a-f]|\.\d)/gi;

// +45 12 34 56 78 and other countries' alike · 0045… · 12 34 56 78 and 1234 5678.
const FOREIGN_PHONE = /(?<![\w+])(?:\+\d{2}|0045)[ -]?(?:\d[ -]?){6,11}\d(?!\d)/g;
const GROUPED_PHONE = /(?<![\d.,:-])[2-9](?:\d[ -]\d{2}[ -]\d{2}[ -]\d{2}|\d{3}[ -]\d{4})(?![\d:-]|\.\d)/g;
// Eight digits in one go may as well be a CVR number: not after that word, nor in a longer word such as a queue's name.
const PLAIN_PHONE = /(?<![\w.:/{+-]|cvr\W{1,3})[2-9]\d{7}(?![\w:/-]|\.\d)/gi;

const hidden = (key: string, value: string): boolean => {
  const kind = keyKind(key);
  return kind === 'secret' || (kind === 'personal' && !ONLY_UUID.test(value));
};

const numbers = (text: string, phones: boolean): string => {
  const withoutCpr = text.replaceAll(CPR, GONE);
  return phones ? withoutCpr.replaceAll(FOREIGN_PHONE, GONE).replaceAll(GROUPED_PHONE, GONE).replaceAll(PLAIN_PHONE, GONE) : withoutCpr;
};

/**
 * Text without what looks like a secret or like data about a person: credentials in addresses, tokens, values beside telling keys, e-mail addresses,
 * CPR and phone numbers. Uuids, times, queue names and counts stay. `phones: false` spares the digits of ids that look like one. A name has no
 * shape: nothing here finds one, so none may be put into a message. Pure.
 */
export const redactText = (text: string, { phones = true }: { readonly phones?: boolean } = {}): string => {
  const withoutKeys = text
    .replaceAll(CREDENTIALS, `$1${GONE}@`)
    .replaceAll(SCHEMES, `$1 ${GONE}`)
    .replaceAll(JWT, GONE)
    .replaceAll(QUOTED, (all, quote: string, key: string, sign: string, open: string, value: string) =>
      hidden(key, value) ? `${quote}${key}${quote}${sign}${open}${GONE}${open}` : all,
    )
    .replaceAll(HALF_QUOTED, (all, key: string, sign: string, open: string, value: string) =>
      hidden(key, value) ? `${key}${sign}${open}${GONE}${open}` : all,
    )
    .replaceAll(BARE, (all, key: string, sign: string, value: string) =>
      hidden(key, value) && !SENTENCE.test(value) ? `${key}${sign}${GONE}` : all,
    )
    .replaceAll(EMAIL, GONE);
  // Split by a capturing pattern: every second piece is a uuid, whose digits are nobody's number.
  return withoutKeys
    .split(UUIDS)
    .map((piece, at) => (at % 2 === 1 ? piece : numbers(piece, phones)))
    .join('');
};
