import type { About } from './table/about.ts';

/** Longer values are cut: the line must stay one line. */
const MOST_SHOWN = 80;

/** A value as it stands in the settings, on one line, cut, and without what stands before the @ of an address. */
export const showValue = (value: unknown, confidential?: About['confidential']): string => {
  const text = JSON.stringify(value) ?? String(value);
  // A password may itself hold / and @, and a broken address may lack the ://.
  const shown = confidential === 'credentials' ? text.replace(/^"?.*@/, '"***@') : text.replaceAll(/:\/\/[^"]*@/g, '://***@');
  return shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN)}…` : shown;
};
