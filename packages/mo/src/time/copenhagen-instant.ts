const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'longOffset',
});

/**
 * An instant as MO should be asked about it: Danish wall clock with its offset, `2026-11-22T22:20:00+01:00`. MO reads a time without
 * an offset as Danish, and a naive one from a UTC container has lost accounts for an hour or two (facts: os2mo §8).
 */
export const copenhagenInstant = (instant: Date): string => {
  const part = Object.fromEntries(PARTS.formatToParts(instant).map(({ type, value }) => [type, value]));
  const offset = (part['timeZoneName'] ?? '').replace('GMT', '');
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}${offset}`;
};
