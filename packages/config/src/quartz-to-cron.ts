import { CronExpressionParser } from 'cron-parser';
import { quartzDayOfWeek } from './quartz-day-of-week.ts';

/** A pattern of six fields (seconds first) that cron-parser and BullMQ take, or why there is none. */
export type CronResult = { readonly pattern: string } | { readonly problem: string };

const FIELDS = 'seconds, minutes, hours, day of month, month, day of week';

/**
 * A schedule as Quartz writes it (six fields, or seven with the year `*`) or as cron does (five fields, from second 0).
 * Quartz counts the days of the week from 1 = SUN, cron from 0 = SUN; `?` is `*`. What cron-parser cannot do (W, L-3, wrapped ranges of hours …)
 * is refused. Pure; the time zone is the caller's.
 */
export const quartzToCron = (text: string): CronResult => {
  const fields = text.trim().split(/\s+/);
  if (fields.length === 5) return check(['0', ...fields].join(' '));
  if (fields.length !== 6 && fields.length !== 7) {
    return { problem: `it has ${fields.length} fields, expected 6 (${FIELDS}), 7 (and the year) or 5 (without the seconds)` };
  }
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = '', year = '*'] = fields;
  if (year !== '*') return { problem: `the year is ${year}, expected *: a schedule for single years cannot be kept` };
  if (day.toUpperCase().includes('W'))
    return { problem: `W (nearest weekday) in the day of month ${day} is not supported; give the days themselves` };
  if (restricts(day) && restricts(weekday)) return { problem: 'both day of month and day of week are given; write ? for one of them' };
  const days = quartzDayOfWeek(weekday);
  if ('problem' in days) return days;
  return check([second, minute, hour, anyFor(day), anyFor(month), days.field].join(' '));
};

const restricts = (field: string): boolean => field !== '*' && field !== '?';
const anyFor = (field: string): string => (field === '?' ? '*' : field);

/** Jenkins' H means "some number": cron-parser takes it, but the schedule would be another one after every start. */
const HASHED = /\bH\b/;

const check = (pattern: string): CronResult => {
  if (HASHED.test(pattern)) return { problem: 'H is not supported; give a number' };
  try {
    CronExpressionParser.parse(pattern, { tz: 'Europe/Copenhagen' }).next();
    return { pattern };
  } catch (error) {
    return { problem: `it cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
};
