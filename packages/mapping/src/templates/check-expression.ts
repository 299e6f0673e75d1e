import { checkFilter } from './check-filter.ts';
import type { ExpressionKind } from './expression-kind.ts';
import { nearest } from './nearest.ts';
import type { SyntaxNode } from './nunjucks-internals.ts';
import { childrenOf, nodeIn, nodesIn } from './syntax-fields.ts';
import { TemplateMistake } from './template-mistake.ts';
import { DANISH, VARIABLES } from './variables.ts';

/** Kinds of node that are refused, in the user's words. */
const REFUSED: Readonly<Record<string, readonly [problem: string, suggestion: string]>> = {
  LookupVal: ['attributes and methods are not supported', 'use the variable itself or a filter, such as {{ name | upper }}'],
  FunCall: ['calls are not supported', 'use a filter, such as {{ name | upper }} or {{ name | replace("a", "b") }}'],
  Dict: ['dictionaries are not supported', 'use if and elif'],
  KeywordArgs: ['this named argument is not supported', 'give arguments by their place'],
  Add: ['+ is not supported', 'join texts with ~'],
};
const CALCULATION: readonly [string, string] = ['calculating is not supported', 'templates only join, test and change texts'];

/**
 * Checks an expression and tells what it gives.
 * @throws TemplateMistake for unknown variables and filters, wherever they stand, and for all that Jinja2 would render otherwise.
 */
export const checkExpression = (node: SyntaxNode): ExpressionKind => {
  switch (node.typename) {
    case 'Symbol':
      return checkVariable(node);
    case 'Literal':
      return checkLiteral(node);
    case 'Group': {
      const [inner, ...more] = childrenOf(node);
      if (!inner || more.length > 0) throw mistake(node, 'tuples are not supported', 'put one expression into the parentheses');
      return checkExpression(inner);
    }
    case 'Or':
    case 'And':
      return either(checkExpression(nodeIn(node, 'left')), checkExpression(nodeIn(node, 'right')));
    case 'Not':
      return checkNot(node);
    case 'InlineIf': {
      checkExpression(nodeIn(node, 'cond'));
      const body = checkExpression(nodeIn(node, 'body'));
      if (node['else_'] === null) {
        throw mistake(node, 'an if inside {{ … }} needs an else, else Jinja2 fails', 'write {{ … if … else "" }}');
      }
      return either(body, checkExpression(nodeIn(node, 'else_')));
    }
    case 'Compare':
      return checkComparison(node);
    case 'In':
      expectText(nodeIn(node, 'left'), 'in');
      expectText(nodeIn(node, 'right'), 'in');
      return 'truth';
    case 'Is':
      return checkTest(node);
    case 'Concat':
      for (const side of [nodeIn(node, 'left'), nodeIn(node, 'right')]) expectPrintable(side, '~');
      return 'text';
    case 'Filter':
      return checkFilter(node, checkExpression);
    default:
      throw mistake(node, ...(REFUSED[node.typename] ?? CALCULATION));
  }
};

const expectText = (node: SyntaxNode, user: string): void => {
  if (checkExpression(node) !== 'text') throw mistake(node, `${user} takes a text`, 'quote it, or leave it out');
};

const expectPrintable = (node: SyntaxNode, user: string): void => {
  const kind = checkExpression(node);
  if (kind !== 'text' && kind !== 'number') throw mistake(node, `${user} takes texts`, 'put the condition into an if');
};

const checkVariable = (node: SyntaxNode): ExpressionKind => {
  const name = String(node['value']);
  if (VARIABLES.some((variable) => variable === name)) return 'text';
  if (['True', 'False', 'None'].includes(name)) {
    throw mistake(node, `${name} is not supported`, 'test the variable itself: {% if nickname %}');
  }
  const near = DANISH[name] ?? nearest(name, VARIABLES);
  throw mistake(node, `the variable ${name} does not exist`, `${near ? `did you mean ${near}? ` : ''}there are ${VARIABLES.join(', ')}`);
};

const checkLiteral = (node: SyntaxNode): ExpressionKind => {
  const { value } = node;
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number' && Number.isSafeInteger(value)) return 'number';
  if (typeof value === 'number') throw mistake(node, 'decimal numbers are not supported', 'write a whole number, or quote it as a text');
  throw mistake(node, 'true, false and none are not supported here', 'test the variable itself: {% if nickname %}');
};

const checkComparison = (node: SyntaxNode): ExpressionKind => {
  const [comparison, ...more] = nodesIn(node, 'ops');
  if (!comparison || more.length > 0) throw mistake(node, 'chained comparisons are not supported', 'join two comparisons with and');
  const left = checkExpression(nodeIn(node, 'expr'));
  const right = checkExpression(nodeIn(comparison, 'expr'));
  const operator = String(comparison['type']);
  if (left === 'number' && right === 'number') return 'truth';
  if (left !== 'text' || right !== 'text') {
    throw mistake(node, `${operator} compares only texts with texts and numbers with numbers`, 'quote the number: "1"');
  }
  if (operator !== '==' && operator !== '!=') throw mistake(node, `${operator} on texts is not supported`, 'compare texts with == or !=');
  return 'truth';
};

/** nunjucks compiles `not a == b` to JavaScript's `!a == b`, and `not a ~ b` likewise, which test only `a`. */
const checkNot = (node: SyntaxNode): ExpressionKind => {
  const target = nodeIn(node, 'target');
  if (target.typename === 'Compare' || target.typename === 'Concat') {
    throw mistake(node, 'nunjucks reads this not as that of the first word', 'write not ( … )');
  }
  checkExpression(target);
  return 'truth';
};

const checkTest = (node: SyntaxNode): ExpressionKind => {
  const subject = nodeIn(node, 'left');
  const test = nodeIn(node, 'right');
  if (subject.typename !== 'Symbol' || test.typename !== 'Symbol' || test['value'] !== 'defined') {
    throw mistake(
      node,
      'of the tests with is only "is defined" on a variable is supported',
      'test the variable itself, or compare with ==',
    );
  }
  checkVariable(subject);
  return 'truth';
};

const either = (one: ExpressionKind, other: ExpressionKind): ExpressionKind => (one === other ? one : 'mixed');

const mistake = (node: SyntaxNode, problem: string, suggestion: string): TemplateMistake =>
  new TemplateMistake(node.lineno + 1, problem, suggestion);
