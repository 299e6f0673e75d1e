import { describe, expect, it } from 'vitest';
import { compileTemplates, type Template } from '../../src/index.ts';
import { rulesWith } from '../municipality.ts';
import recorded from './jinja-3.1.6.json' with { type: 'json' };

const compile = (source: string): Template => {
  const { personName } = compileTemplates(rulesWith({ templates: { personName: source, personUserId: null } }));
  return personName ?? expect.fail('no template');
};

/** `null` = the rendering fails. */
const render = (template: Template, variables: Parameters<Template>[0]): string | null => {
  try {
    return template(variables);
  } catch {
    return null;
  }
};

/**
 * `jinja-3.1.6.json` holds what Jinja2 3.1.6 renders (StrictUndefined, no autoescape) from each template for each set of variables:
 * Danish letters, an emoji, blanks that Python and JavaScript see differently, empty texts, texts full of template and regular expression signs.
 */
describe('an accepted template renders as Jinja2 does (sync-rules §1.5)', () => {
  it.each(recorded.rows)('$template', ({ template, rendered }) => {
    const compiled = compile(template);
    expect(recorded.variables.map((variables) => render(compiled, variables))).toEqual(rendered);
  });
});
