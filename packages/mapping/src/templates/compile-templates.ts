import { SettingsError, type RuleSettings, type SettingsMistake } from '@os2bridge/config';
import nunjucks from 'nunjucks';
import { Undecidable } from '../desk/undecidable.ts';
import { checkSyntax } from './check-syntax.ts';
import { checkTags } from './check-tags.ts';
import { addFilters } from './filters.ts';
import { normaliseSource } from './normalise-source.ts';
import { TemplateMistake } from './template-mistake.ts';
import type { Template, Templates } from './templates.ts';

/**
 * Compiles `os2sync.templates` once and refuses what cannot be rendered or would render unlike Jinja2 (sync-rules §1.5).
 * @throws SettingsError (key `os2sync.templates`) with template key, line and a suggestion for every mistake.
 */
export const compileTemplates = (rules: RuleSettings): Templates => {
  const mistakes: SettingsMistake[] = [];
  const compile = (key: string, source: string | null): Template | null => {
    if (source === null) return null;
    try {
      return compileTemplate(key, normaliseSource(source));
    } catch (error) {
      if (!(error instanceof TemplateMistake)) throw error;
      mistakes.push({ key: 'os2sync.templates', problem: `${key}, line ${error.line}: ${error.message}` });
      return null;
    }
  };
  const templates: Templates = {
    personName: compile('person.name', rules.templates.personName),
    personUserId: compile('person.user_id', rules.templates.personUserId),
  };
  if (mistakes.length > 0) throw new SettingsError(mistakes);
  return templates;
};

const compileTemplate = (key: string, source: string): Template => {
  checkTags(source);
  checkSyntax(source);
  const environment = new nunjucks.Environment([], { autoescape: false, throwOnUndefined: true });
  addFilters(environment);
  const template = new nunjucks.Template(source, environment, key, true);
  return (variables) => {
    try {
      return template.render({ ...variables });
    } catch {
      // nunjucks' message may quote values; what can go wrong in a checked template is only this.
      throw new Undecidable(
        'template-error',
        `Template ${key} of os2sync.templates could not be rendered for person ${variables.uuid}: first or last found an empty text. Put it into an if`,
      );
    }
  };
};
