import { CronExpressionParser } from 'cron-parser';
import { describe, expect, test } from 'vitest';
import { quartzToCron } from '../src/index.ts';

const patternOf = (text: string): string => {
  const result = quartzToCron(text);
  return 'pattern' in result ? result.pattern : `problem: ${result.problem}`;
};

const problemOf = (text: string): string => {
  const result = quartzToCron(text);
  return 'problem' in result ? result.problem : `pattern: ${result.pattern}`;
};

describe('a Quartz expression becomes a pattern with seconds', () => {
  test.each([
    ['0 0 2 * * ?', '0 0 2 * * *'],
    ['0 0 3/6 ? * *', '0 0 3/6 * * *'],
    ['0 10 2 * * ?', '0 10 2 * * *'],
    ['0 10 * * * ?', '0 10 * * * *'],
    ['  15  30 4   * * ?  ', '15 30 4 * * *'],
    ['0 0 2 * * ? *', '0 0 2 * * *'],
    ['0 0 2 ? * MON-FRI', '0 0 2 * * 1,2,3,4,5'],
    ['0 0 2 ? * 2-6', '0 0 2 * * 1,2,3,4,5'],
    ['0 0 2 ? * 1', '0 0 2 * * 0'],
    ['0 0 2 ? * 7', '0 0 2 * * 6'],
    ['0 0 2 ? * sun,wed', '0 0 2 * * 0,3'],
    ['0 0 2 ? * SAT-MON', '0 0 2 * * 0,1,6'],
    ['0 0 2 ? * 1-7', '0 0 2 * * *'],
    ['0 0 2 ? * 2/2', '0 0 2 * * 1,3,5'],
    ['0 0 2 ? * */3', '0 0 2 * * 0,3,6'],
    ['0 0 2 ? * L', '0 0 2 * * 6'],
    ['0 0 2 ? * 6L', '0 0 2 * * 5L'],
    ['0 0 2 ? * FRIL', '0 0 2 * * 5L'],
    ['0 0 2 ? * 6#3', '0 0 2 * * 5#3'],
    ['0 0 2 L * ?', '0 0 2 L * *'],
    ['0 0 2 1,15 JAN-JUN ?', '0 0 2 1,15 JAN-JUN *'],
  ])('%s → %s', (quartz, pattern) => {
    expect(patternOf(quartz)).toBe(pattern);
  });

  test.each([
    ['0 2 * * *', '0 0 2 * * *'],
    ['*/15 * * * 1-5', '0 */15 * * * 1-5'],
    ['0 2 * * 0', '0 0 2 * * 0'],
  ])('standard cron %s counts days its own way → %s', (cron, pattern) => {
    expect(patternOf(cron)).toBe(pattern);
  });

  test.each([
    ['0 0 2 ? * FRI', '2026-11-27T01:00:00.000Z'],
    ['0 0 2 ? * 6', '2026-11-27T01:00:00.000Z'],
    ['0 0 3/6 ? * *', '2026-11-22T14:00:00.000Z'],
    ['0 0 2 ? * 6#3', '2026-12-18T01:00:00.000Z'],
    ['0 0 2 ? * 6L', '2026-11-27T01:00:00.000Z'],
    ['0 0 2 L * ?', '2026-11-30T01:00:00.000Z'],
  ])('%s comes next, from Sunday noon on, at %s', (quartz, next) => {
    const options = { tz: 'Europe/Copenhagen', currentDate: new Date('2026-11-22T12:00:00Z') };
    expect(CronExpressionParser.parse(patternOf(quartz), options).next().toDate().toISOString()).toBe(next);
  });
});

describe('what cannot be kept is refused, saying why', () => {
  test.each([
    ['0 0 2 * * ? 2027', 'the year is 2027, expected *: a schedule for single years cannot be kept'],
    ['0 0 2 15W * ?', 'W (nearest weekday) in the day of month 15W is not supported; give the days themselves'],
    ['0 0 2 LW * ?', 'W (nearest weekday) in the day of month LW is not supported; give the days themselves'],
    ['0 0 2 1 * MON', 'both day of month and day of week are given; write ? for one of them'],
    ['0 0 2 ? * 0', 'the day of week 0 is unknown, expected SUN to SAT, or 1 (Sunday) to 7 (Saturday)'],
    ['0 0 2 ? * MAN', 'the day of week MAN is unknown, expected SUN to SAT, or 1 (Sunday) to 7 (Saturday)'],
    ['0 0 2 ? * MANL', 'the day of week MAN is unknown, expected SUN to SAT, or 1 (Sunday) to 7 (Saturday)'],
    ['0 0 2 ? * 2#1,3#2', 'the day of week 2#1,3#2 is not supported'],
    ['0 0 2 ? * 2,6L', 'the day of week 2,6L is not supported'],
    ['0 H 2 * * ?', 'H is not supported; give a number'],
    [
      '* *',
      'it has 2 fields, expected 6 (seconds, minutes, hours, day of month, month, day of week), 7 (and the year) or 5 (without the seconds)',
    ],
  ])('%s: %s', (quartz, problem) => {
    expect(problemOf(quartz)).toBe(problem);
  });

  test.each([
    '0 0 25 * * ?',
    '0 0 22-2 * * ?',
    '0 0 2 L-3 * ?',
    '0 0 2 31 FEB ?',
    '0 0 2 * FOO ?',
    'x * * * *',
    '0 0 2 5L * ?',
    '0 0 2/0 * * ?',
  ])('%s cannot be read', (text) => {
    expect(problemOf(text)).toMatch(/^it cannot be read: ./);
  });
});
