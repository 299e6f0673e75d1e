import { z } from 'zod';
import { nearest } from '../nearest.ts';
import { saysItAll } from '../show-problem.ts';

// The fields that a template can fill (seed; sync-rules §1.5).
const TEMPLATE_FIELDS = ['person.name', 'person.user_id'] as const;

const known: readonly string[] = TEMPLATE_FIELDS;
const expected = 'an object with templates for person.name and person.user_id';

/** Template texts by field. Their syntax is checked where they are compiled (packages/mapping). */
export const templates = () =>
  z
    .record(z.string(), z.unknown(), { error: expected })
    .check((context) => {
      for (const key of Object.keys(context.value)) {
        if (known.includes(key)) continue;
        const message = `has a template for the unknown field "${key}"; did you mean ${nearest(key, known)}?`;
        context.issues.push({ code: 'custom', message, input: key, params: saysItAll });
      }
    })
    .pipe(z.object({ 'person.name': template(), 'person.user_id': template() }));

const template = () => z.string({ error: 'a template text' }).nullish();
