/**
 * Both columns are VARCHAR(255): a text that fills one may have been cut, on either side, so that two different ones look alike. It never matches,
 * and it does so alike when it comes from Kitos and when it comes back from the database.
 */
const COLUMN_LENGTH = 255;

const folded = (text: string): string | null =>
  // NFC before and after: lower-casing can take a composed letter apart. An å typed on a Mac is two code points.
  text === '' || [...text].length >= COLUMN_LENGTH ? null : text.normalize('NFC').toLowerCase().normalize('NFC');

/** An e-mail as it is compared: trimmed, in one case; null when there is nothing to compare (sync-rules §2). */
export const foldEmail = (email: string | null): string | null => folded((email ?? '').trim());

/** A full name as it is compared: trimmed, in one case, every run of blanks one blank; null when there is nothing to compare (sync-rules §2). */
export const foldName = (name: string | null): string | null => folded((name ?? '').trim().replace(/\s+/gu, ' '));
