import { SettingsError } from '@os2bridge/config';
import { describe, expect, it } from 'vitest';
import { compileTemplates } from '../../src/index.ts';
import { rulesWith } from '../municipality.ts';

const refusal = (personName: string | null, personUserId: string | null = null): SettingsError => {
  try {
    compileTemplates(rulesWith({ templates: { personName, personUserId } }));
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  return expect.fail(`accepted ${personName ?? ''}`);
};

describe('templates refused at start-up (sync-rules §1.5)', () => {
  it.each([
    // Syntax.
    ['{% if nickname %}{{ nickname }}', 'no endif', '{% endif %}'],
    ['{% endif %}', 'endif stands outside', '{% if'],
    ['{% else %}', 'else stands outside', '{% if'],
    ['{% if name %}{% else %}{% else %}{% endif %}', 'unknown block tag: else', 'jinja'],
    ['{{ name', '{{ is never closed', '}}'],
    ['{% if name', '{% is never closed', '%}'],
    ['{{ "name }}', 'never closed', 'quote'],
    ['{# aldrig', 'end of comment', '#}'],
    ['{{ }}', 'syntax error', 'jinja'],
    ['{% %}', 'syntax error', 'jinja'],
    ['{{ name | }}', 'syntax error', 'jinja'],
    ['{{ name or }}', 'syntax error', 'jinja'],
    ['{{ name surname }}', 'syntax error', 'jinja'],
    // Variables that do not exist, wherever they stand.
    ['{{ fornavn }}', 'the variable fornavn does not exist', 'did you mean givenname'],
    ['{{ nicknam }}', 'the variable nicknam does not exist', 'did you mean nickname'],
    ['{{ Name }}', 'the variable Name does not exist', 'did you mean name'],
    ['{{ helt_andet_ord }}', 'helt_andet_ord', 'there are name, givenname'],
    ['{% if kaldenavn %}x{% endif %}', 'kaldenavn', 'did you mean nickname'],
    ['{% if name %}x{% elif kaldenavn %}y{% endif %}', 'kaldenavn', 'nickname'],
    ['{% if name %}{{ name }}{% else %}{{ efternavn }}{% endif %}', 'efternavn', 'did you mean surname'],
    ['{{ fornavn | upper }}', 'fornavn', 'givenname'],
    ['{{ fornavn | default("x") }}', 'fornavn', 'givenname'],
    ['{{ fornavn is defined }}', 'fornavn', 'givenname'],
    ['{{ name | default(fornavn) }}', 'fornavn', 'givenname'],
    ['{{ name | replace("a", fornavn) }}', 'fornavn', 'givenname'],
    ['{{ name | upper(fornavn) }}', 'fornavn', 'givenname'],
    ['{{ name or fornavn }}', 'fornavn', 'givenname'],
    ['{{ name if name else fornavn }}', 'fornavn', 'givenname'],
    ['{{ name ~ fornavn }}', 'fornavn', 'givenname'],
    ['{% if fornavn == name %}x{% endif %}', 'fornavn', 'givenname'],
    ['{% if "a" in fornavn %}x{% endif %}', 'fornavn', 'givenname'],
    ['{% if not fornavn %}x{% endif %}', 'fornavn', 'givenname'],
    // Unknown tags and filters.
    ['{% nonsense %}', 'the tag nonsense', 'if, elif, else, endif'],
    ['{{ name | frobnicate }}', 'the filter frobnicate', 'there are upper'],
    ['{{ name | uper }}', 'the filter uper', 'did you mean upper'],
    // What Jinja2 knows and renders otherwise.
    ['{{ name | title }}', 'title', 'capitalize'],
    ['{{ cpr_no | int }}', 'int', 'texts'],
    ['{{ name | truncate(20) }}', 'truncate', 'os2sync.truncate_length'],
    ['{{ 2.5 | round }}', 'round', 'texts'],
    ['{{ name | e }}', 'filter e ', 'leave it out'],
    ['{{ name | safe }}', 'safe', 'leave it out'],
    ['{{ name | join(",", attribute="x") }}', 'join', '~'],
    ['{{ name | selectattr("a", "equalto", "b") }}', 'selectattr', 'if'],
    ['{{ name | rejectattr("a") }}', 'rejectattr', 'if'],
    ['{{ name | replace("a", "b", 1) }}', 'replace takes two texts', 'replace("old", "new")'],
    ['{{ name | default("x", True) }}', 'true or false', 'default("text", true)'],
    ['{{ name | default(value="x") }}', 'named argument', 'place'],
    ['{{ name | default("x", true, false) }}', 'true or false', 'true'],
    ['{{ name | first(2) }}', 'no arguments', 'leave'],
    ['{{ name[0] }}', 'indexes', 'first'],
    ['{{ name[-1] }}', 'indexes', 'last'],
    ['{{ name[:3] }}', 'slices', 'first'],
    ['{{ ["a"] }}', 'lists', 'variable'],
    ['{{ {"a": "b"} }}', 'dictionaries', 'elif'],
    ['{{ ("a", "b") }}', 'tuples', 'one expression'],
    ['{{ name.replace("a", "b") }}', 'calls', 'replace("a", "b")'],
    ['{{ name.split() }}', 'calls', 'filter'],
    ['{{ name.upper() }}', 'calls', '| upper'],
    ['{{ name.length }}', 'attributes', 'filter'],
    ['{{ name.constructor }}', 'attributes', 'filter'],
    ['{{ name["constructor"] }}', 'indexes', 'variable'],
    ['{{ name.constructor.constructor("x")() }}', 'calls', 'filter'],
    ['{{ range(3) }}', 'calls', 'filter'],
    ['{{ True }}', 'True', 'test the variable'],
    ['{{ None }}', 'None', 'test the variable'],
    ['{{ none }}', 'none', 'test the variable'],
    ['{{ true }}', 'true', 'test the variable'],
    ['{% if "1" == 1 %}x{% endif %}', '== compares', 'quote the number'],
    ['{% if name == true %}x{% endif %}', 'true', 'test the variable'],
    ['{% if name < surname %}x{% endif %}', '< on texts', '=='],
    ['{% if name == surname == nickname %}x{% endif %}', 'chained', 'and'],
    ['{% if name === surname %}x{% endif %}', '===', '=='],
    ['{% if name !== surname %}x{% endif %}', '!==', '!='],
    ['{{ name == surname }}', 'yes-or-no', 'if'],
    ['{{ not name }}', 'yes-or-no', 'if'],
    ['{{ name and not surname }}', 'yes-or-no', 'if'],
    ['{{ name ~ (name == surname) }}', '~ takes texts', 'if'],
    ['{{ (name == surname) | upper }}', 'upper takes texts', 'if'],
    ['{{ name | length | upper }}', 'upper takes texts', 'quote'],
    ['{% if 5 in name %}x{% endif %}', 'in takes a text', 'quote'],
    ['{{ name if nickname }}', 'needs an else', 'else'],
    ['{{ name + surname }}', '+', '~'],
    ['{{ name * 2 }}', 'calculating', 'texts'],
    ['{{ -1 }}', 'calculating', 'texts'],
    ['{{ 1.5 }}', 'decimal', 'quote'],
    ['{{ 007 }}', '007', 'quote'],
    ['{{ "a\\tb" }}', 'backslash', 'quotes'],
    ['{{ r/a/ }}', 'regular expressions', '=='],
    ['{{ name is string }}', 'is defined', '=='],
    ['{{ name is not string }}', 'is defined', '=='],
    ['{{ (name | upper) is defined }}', 'is defined', '=='],
    ['{{ name if not nickname == surname else surname }}', 'this not', 'not ( … )'],
    ['{% if not nickname ~ surname %}x{% endif %}', 'this not', 'not ( … )'],
    ['{% if name if surname else nickname %}x{% endif %}', 'condition of an if', 'parentheses'],
    ['{{ nickname | first | default("x") }}', 'default together with first', 'if nickname'],
    ['{{ name | default((nickname | last), true) }}', 'default together with', 'if nickname'],
    ['{% set x = name %}{{ x }}', 'the tag set', 'where it is used'],
    ['{% for c in name %}{% set x = c %}{% endfor %}', 'the tag for', 'loop'],
    ['{% elseif name %}', 'elseif', 'elif'],
    ['{% raw %}{{ name }}{% endraw %}', 'raw', 'braces'],
    ['{% verbatim %}x{% endverbatim %}', 'verbatim', 'braces'],
    ['{% filter upper %}x{% endfilter %}', 'filter', '{{ variable | filter }}'],
    ['{% switch name %}{% endswitch %}', 'switch', 'if'],
    ['{% include "x" %}', 'include', 'if'],
    ['{% import "x" as x %}', 'import', 'if'],
    ['{% extends "x" %}', 'extends', 'if'],
    ['{% block a %}{% endblock %}', 'block', 'if'],
    ['{% macro a() %}{% endmacro %}', 'macro', 'if'],
    ['{% call a() %}{% endcall %}', 'call', 'if'],
    ['{% asyncEach a in b %}{% endeach %}', 'asyncEach', 'if'],
    ['{%+ if name %}x{% endif %}', 'the tag +', 'if'],
  ])('%s', (source, problem, suggestion) => {
    const [mistake, ...more] = refusal(source).mistakes;
    expect(more).toEqual([]);
    expect(mistake?.key).toBe('os2sync.templates');
    expect(mistake?.problem).toMatch(/^person\.name, line 1: /);
    const [said = '', advised = ''] = (mistake?.problem ?? '').split(/; (.*)/s);
    expect(said).toContain(problem);
    expect(advised).toContain(suggestion);
  });

  it('names the line of the mistake, from 1', () => {
    const lines = (source: string) => /line (\d+)/.exec(refusal(source).message)?.[1];
    expect(lines('{% if name %}\n{{ name }}\n{{ fornavn }}\n{% endif %}')).toBe('3');
    expect(lines('a\r\n{{ name | title }}')).toBe('2');
    expect(lines('{{ name }}\n\n{% if name %}\n{{ name }}')).toBe('3');
    expect(lines('a\n{{ name surname }}')).toBe('2');
    expect(lines('a\n{{\nname[0] }}')).toBe('3');
  });

  it('names every template that is wrong, by its key', () => {
    expect(refusal('{{ a }}', '{{ b }}').mistakes.map(({ problem }) => problem.slice(0, 18))).toEqual([
      'person.name, line ',
      'person.user_id, li',
    ]);
  });

  it('accepts no template at all', () => {
    expect(compileTemplates(rulesWith())).toEqual({ personName: null, personUserId: null });
  });
});
