/**
 * An instant as Kitos keeps it, to 100 ns, in one spelling: `2026-11-22T08:15:30.0000123Z`, always UTC, always seven decimals. So `<` and `===`
 * on the text are right, it goes through JSON unharmed, and it is what a query parameter wants (with `Z`; a `+` would arrive as a blank).
 * Never a JS Date: that has milliseconds, and two changes within one would be one.
 */
export type KitosTime = string & { readonly __brand: 'KitosTime' };

const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{7}Z$/;

/** Seconds may be absent (Java drops them at zero), decimals 1–9 (Kitos trims zeros, Java writes groups of three), the zone may not. */
const READABLE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/i;

/** Whether `text` already is a Kitos time in our spelling: seven decimals and `Z`. */
export const isKitosTime = (text: string): text is KitosTime => CANONICAL.test(text) && !Number.isNaN(Date.parse(text));

/** The instant in an ISO 8601 text with a zone, or null. Decimals beyond the seventh are cut off: a lower bound stays one. */
export const parseKitosTime = (text: string): KitosTime | null => {
  const [, toTheMinute, seconds = '00', decimals = '', zone] = READABLE.exec(text.trim()) ?? [];
  if (toTheMinute === undefined || zone === undefined) return null;
  const wholeSeconds = Date.parse(`${toTheMinute}:${seconds}${zone}`.toUpperCase());
  if (Number.isNaN(wholeSeconds)) return null;
  const time = `${new Date(wholeSeconds).toISOString().slice(0, -5)}.${decimals.slice(0, 7).padEnd(7, '0')}Z`;
  return isKitosTime(time) ? time : null;
};
