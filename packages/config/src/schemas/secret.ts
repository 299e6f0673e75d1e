import { textWhere } from './text.ts';

/** A secret of any shape. */
export const secret = () => textWhere('a secret text', () => true);

/** A secret that travels as an HTTP header, where only these characters may stand. */
export const headerSecret = () =>
  textWhere('a secret text of letters, digits and signs, without blanks', (text) => /^[\x21-\x7e]+$/.test(text));

/** The key of the ledger's HMAC. Shorter than 16 characters could be guessed, and with it the CPR numbers behind the hashes (design §2). */
export const hashKey = () =>
  textWhere(
    'a secret text of at least 16 characters, always the same one; make it once with: openssl rand -hex 32',
    (text) => text.length >= 16,
  );
