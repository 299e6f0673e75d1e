import { z } from 'zod';
import { quartzToCron } from '../quartz-to-cron.ts';
import { saysItAll } from '../show-problem.ts';
import { text } from './text.ts';

/** A Quartz or standard cron expression; gives the pattern that BullMQ takes. */
export const cron = () =>
  text('a cron expression like "0 0 2 * * ?" (every night at 2)').transform((value, context) => {
    const result = quartzToCron(value);
    if ('pattern' in result) return result.pattern;
    context.issues.push({ code: 'custom', message: `is ${JSON.stringify(value)}: ${result.problem}`, input: value, params: saysItAll });
    return z.NEVER;
  });
