import { checkExpression } from './check-expression.ts';
import { isSyntaxNode, parseTemplate, type SyntaxNode } from './nunjucks-internals.ts';
import { TemplateMistake } from './template-mistake.ts';
import { childrenOf, nodeIn } from './syntax-fields.ts';

/**
 * Refuses every template whose syntax tree holds anything but texts, outputs and ifs of a subset that renders as in Jinja2 (sync-rules §1.5).
 * @throws TemplateMistake with line and suggestion.
 */
export const checkSyntax = (source: string): void => checkStatements(parse(source));

const parse = (source: string): SyntaxNode => {
  let tree: unknown;
  try {
    tree = parseTemplate(source);
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'lineno' in error && typeof error.lineno === 'number' ? error.lineno : 1;
    const problem =
      error instanceof TypeError || !(error instanceof Error) ? 'the template cannot be read' : error.message.replace(/^parse\w+: /, '');
    throw new TemplateMistake(line, `syntax error: ${problem}`, 'see https://jinja.palletsprojects.com for how templates are written');
  }
  if (!isSyntaxNode(tree)) throw new TemplateMistake(1, 'the template cannot be read', 'write it anew');
  return tree;
};

const checkStatements = (list: SyntaxNode): void => {
  for (const statement of childrenOf(list)) checkStatement(statement);
};

const checkStatement = (statement: SyntaxNode): void => {
  switch (statement.typename) {
    case 'Output':
      for (const part of childrenOf(statement)) checkOutput(part);
      return;
    case 'If': {
      checkCondition(nodeIn(statement, 'cond'));
      checkStatements(nodeIn(statement, 'body'));
      const otherwise = statement['else_'];
      if (!isSyntaxNode(otherwise)) return;
      if (otherwise.typename === 'If') checkStatement(otherwise);
      else checkStatements(otherwise);
      return;
    }
    default:
      throw new TemplateMistake(
        statement.lineno + 1,
        `the construct ${statement.typename} is not supported`,
        'templates know texts, {{ … }} and {% if … %}',
      );
  }
};

const checkCondition = (condition: SyntaxNode): void => {
  if (condition.typename === 'InlineIf') {
    throw new TemplateMistake(condition.lineno + 1, 'Jinja2 refuses an if … else … in the condition of an if', 'put it into parentheses');
  }
  checkExpression(condition);
};

const checkOutput = (part: SyntaxNode): void => {
  if (part.typename === 'TemplateData') return;
  const kind = checkExpression(part);
  if (kind === 'text' || kind === 'number') return;
  throw new TemplateMistake(
    part.lineno + 1,
    'a yes-or-no value is printed, which Jinja2 writes as True or False',
    'put it into an if: {{ "…" if … else "…" }}',
  );
};
