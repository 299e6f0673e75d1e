import { z } from 'zod';
import { saysItAll } from '../show-problem.ts';
import { text } from './text.ts';

/** `person`; the other way of today's exporter is named so that nobody looks for a typing mistake (sync-rules §1.9). */
export const identity = () =>
  text('"person"').transform((value, context) => {
    if (value === 'person') return value;
    const later = value === 'it-account';
    const message = later ? 'is "it-account", which is not in this release; expected "person"' : '"person"';
    context.issues.push({ code: 'custom', message, input: value, ...(later ? { params: saysItAll } : {}) });
    return z.NEVER;
  });
