import { TemplateMistake } from './template-mistake.ts';
import { tokensOf, type Token } from './nunjucks-internals.ts';

const TAGS = ['if', 'elif', 'else', 'endif'];
const SUGGESTIONS: Readonly<Record<string, string>> = {
  elseif: 'write elif',
  for: 'the variables are single texts, so there is nothing to loop over',
  set: 'write the expression where it is used',
  raw: 'write {{ "{{" }} for braces',
  verbatim: 'write {{ "{{" }} for braces',
  filter: 'write {{ variable | filter }}',
};
const REFUSED_OPERATORS: Readonly<Record<string, string>> = { '===': 'write ==', '!==': 'write !=' };

/**
 * Reads a template token by token and refuses what the syntax tree no longer shows or what nunjucks reads unlike Jinja2: every tag but if,
 * elif, else and endif; tags that are never closed; backslashes in quoted texts; brackets; regular expressions; === and !==.
 * @throws TemplateMistake
 */
export const checkTags = (source: string): void => {
  const tokens = tokensOf(source);
  const openIfs: number[] = [];
  let opened: Token | null = null;
  let tag: string | null = null;
  for (;;) {
    const from = tokens.index;
    const token = next(tokens);
    if (!token) break;
    const line = token.lineno + 1;
    if (token.type === 'block-start' || token.type === 'variable-start') {
      opened = token;
      tag = token.type === 'block-start' ? '' : null;
    } else if (token.type === 'block-end' || token.type === 'variable-end') {
      opened = null;
    } else if (tag === '' && token.type !== 'whitespace') {
      tag = String(token.value);
      checkTag(tag, line, openIfs);
    } else if (token.type === 'string' && source.slice(from, tokens.index).includes('\\')) {
      throw new TemplateMistake(
        line,
        'a backslash in a quoted text is not supported',
        'leave it out, or use the other kind of quotes to quote a quote',
      );
    } else if (token.type === 'int' && /^0\d/.test(String(token.value))) {
      throw new TemplateMistake(line, `${String(token.value)} is no number in Jinja2`, 'leave out the zero, or quote it as a text');
    } else if (token.type === 'left-bracket') {
      throw new TemplateMistake(line, 'indexes, slices and lists are not supported', 'use first, last or another variable');
    } else if (token.type === 'regex') {
      throw new TemplateMistake(line, 'regular expressions are not Jinja2', 'use == or in to compare texts');
    } else if (token.type === 'operator' && REFUSED_OPERATORS[String(token.value)] !== undefined) {
      throw new TemplateMistake(line, `${String(token.value)} is not Jinja2`, REFUSED_OPERATORS[String(token.value)] ?? '');
    }
  }
  if (opened) {
    const [start, end] = opened.type === 'block-start' ? ['{%', '%}'] : ['{{', '}}'];
    throw new TemplateMistake(
      opened.lineno + 1,
      `${start} is never closed`,
      `close it with ${end}, and look for a quote that is not closed`,
    );
  }
  const unclosed = openIfs.pop();
  if (unclosed !== undefined) throw new TemplateMistake(unclosed, 'this if has no endif', 'close it with {% endif %}');
};

const next = (tokens: ReturnType<typeof tokensOf>): Token | null => {
  try {
    return tokens.nextToken();
  } catch (error) {
    throw new TemplateMistake(
      tokens.lineno + 1,
      error instanceof Error ? error.message : 'the template cannot be read',
      'comments are written {# … #}',
    );
  }
};

const checkTag = (tag: string, line: number, openIfs: number[]): void => {
  if (!TAGS.includes(tag)) {
    throw new TemplateMistake(line, `the tag ${tag} is not supported`, SUGGESTIONS[tag] ?? `templates know the tags ${TAGS.join(', ')}`);
  }
  if (tag === 'if') {
    openIfs.push(line);
    return;
  }
  if (openIfs.length === 0) throw new TemplateMistake(line, `${tag} stands outside of an if`, 'put {% if … %} before it');
  if (tag === 'endif') openIfs.pop();
};
