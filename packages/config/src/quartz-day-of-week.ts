/** The day-of-week field in cron's counting (0 = SUN), or why there is none. */
export type DayOfWeekResult = { readonly field: string } | { readonly problem: string };

const NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAYS = NAMES.length;

/**
 * Quartz's day-of-week field (1-7 or SUN-SAT, lists, ranges also over the week's end, steps, `6L`, `6#3`) in cron's counting. Ranges and steps are
 * written out, since cron-parser neither wraps a range nor ends a step at Saturday.
 */
export const quartzDayOfWeek = (text: string): DayOfWeekResult => {
  const field = text.toUpperCase();
  if (field === '*' || field === '?') return { field: '*' };
  if (field === 'L') return { field: String(DAYS - 1) };
  return special(field) ?? list(field);
};

/** The last Friday (`6L`), the third Friday (`6#3`). */
const special = (field: string): DayOfWeekResult | null => {
  const parts = /^([A-Z0-9]+?)(L|#[1-5])$/.exec(field);
  if (!parts) return field.includes('#') || /\d(L|W)/.test(field) ? { problem: `the day of week ${field} is not supported` } : null;
  const day = dayOf(parts[1] ?? '');
  return day === null ? unknown(parts[1] ?? '') : { field: `${day}${parts[2]}` };
};

const list = (field: string): DayOfWeekResult => {
  const days = new Set<number>();
  for (const item of field.split(',')) {
    const found = daysOf(item);
    if (found === null) return unknown(item);
    for (const day of found) days.add(day);
  }
  return { field: days.size === DAYS ? '*' : [...days].toSorted((a, b) => a - b).join(',') };
};

/** `MON`, `2-6`, `SAT-MON`, `2/2` (every second day up to Saturday), `*` with a step. */
const daysOf = (item: string): number[] | null => {
  const parts = /^(\*|[A-Z0-9]+)(?:-([A-Z0-9]+))?(?:\/([1-7]))?$/.exec(item);
  if (!parts) return null;
  const [, start = '', end, step] = parts;
  const first = start === '*' ? 0 : dayOf(start);
  const last = end === undefined ? (start === '*' || step !== undefined ? DAYS - 1 : first) : dayOf(end);
  if (first === null || last === null || (start === '*' && end !== undefined)) return null;
  const count = ((last - first + DAYS) % DAYS) + 1;
  return Array.from({ length: count }, (_, at) => at)
    .filter((at) => at % Number(step ?? 1) === 0)
    .map((at) => (first + at) % DAYS);
};

const dayOf = (text: string): number | null => {
  const named = NAMES.indexOf(text);
  if (named >= 0) return named;
  return /^[1-7]$/.test(text) ? Number(text) - 1 : null;
};

const unknown = (item: string): DayOfWeekResult => ({
  problem: `the day of week ${item} is unknown, expected SUN to SAT, or 1 (Sunday) to 7 (Saturday)`,
});
