/** What a key says about its value: a secret, something about a person, or nothing. */
export type KeyKind = 'secret' | 'personal' | 'plain';

const SECRET =
  /(token|secret|password|passwd|passphrase|pwd|apikey|hashkey|privatekey|authorization|cookie|credentials?)$|^(session|bearer)$/;

// "name" alone is a person's until proven otherwise; a queue's or a file's name has a longer key.
const PERSONAL_WHOLE =
  /^(name|navn|person|employee|user|userid|username|displayname|fullname|personname|firstname|lastname|mobile|landline|location|post|postaddress|birthdate|birthday)$/;
const PERSONAL_END =
  /(cpr|cprno|cprnr|cprnumber|cprnummer|email|emailaddress|mail|phone|phoneno|phonenumber|telefon|address|adresse|surname|givenname|nickname)$/;

/** The kind of a key, however it is spelt: `client_secret`, `clientSecret`, `X-Api-Key`, `PhoneNumber`. */
export const keyKind = (key: string): KeyKind => {
  const letters = key.toLowerCase().replaceAll(/[^a-z0-9æøå]/g, '');
  if (SECRET.test(letters)) return 'secret';
  return PERSONAL_WHOLE.test(letters) || PERSONAL_END.test(letters) ? 'personal' : 'plain';
};
