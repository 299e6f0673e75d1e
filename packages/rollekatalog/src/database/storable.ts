/** How many characters a name or an e-mail may have in Rollekatalog. */
const LENGTH = 255;

/** What the column's character set cannot hold; MariaDB would refuse the whole row for one emoji (1366). utf8mb4 holds everything. */
const beyond = (characterSet: string): RegExp | null => {
  if (characterSet === 'utf8mb4') return null;
  return characterSet.startsWith('utf8') ? /[\u{10000}-\u{10FFFF}]/gu : /[^\u0000-\u007F\u00A0-\u00FF]/gu;
};

/** Makes the function that turns a text from Kitos into what a VARCHAR(255) of this character set can hold: trimmed, cut by code point, '?' for the rest. */
export const createStorable = (characterSet: string): ((text: string | null) => string) => {
  const foreign = beyond(characterSet);
  return (text) => {
    const whole = (text ?? '').trim().toWellFormed();
    const known = foreign === null ? whole : whole.normalize('NFC').replace(foreign, '?');
    return [...known].slice(0, LENGTH).join('');
  };
};
