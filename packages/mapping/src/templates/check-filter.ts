import type { ExpressionKind } from './expression-kind.ts';
import { FILTER_NAMES, isFilterName, type FilterName } from './filters.ts';
import { nearest } from './nearest.ts';
import { isSyntaxNode, type SyntaxNode } from './nunjucks-internals.ts';
import { childrenOf, nodeIn } from './syntax-fields.ts';
import { TemplateMistake } from './template-mistake.ts';

/** Filters that both know and render differently, with what to do instead (facts/bullmq-and-toolchain.md §6). */
const DIFFERENT: Readonly<Record<string, string>> = {
  title: 'it differs after a hyphen; use capitalize on a single word',
  int: 'it differs for texts without digits; leave numbers as texts',
  float: 'leave numbers as texts',
  round: 'leave numbers as texts',
  truncate: 'it differs; long texts are cut to os2sync.truncate_length anyway',
  join: 'join texts with ~',
  escape: 'nothing is escaped here; leave it out',
  e: 'nothing is escaped here; leave it out',
  safe: 'nothing is escaped here; leave it out',
  selectattr: 'the variables are single texts; use if',
  rejectattr: 'the variables are single texts; use if',
};

type KindOf = (expression: SyntaxNode) => ExpressionKind;

/** Checks a filter, what it is put on and its arguments with `kindOf`; gives the kind of its result. @throws TemplateMistake */
export const checkFilter = (node: SyntaxNode, kindOf: KindOf): ExpressionKind => {
  const name = String(nodeIn(node, 'name')['value']);
  const line = node.lineno + 1;
  if (!isFilterName(name)) {
    const near = nearest(name, FILTER_NAMES);
    const known = `${near ? `did you mean ${near}? ` : ''}there are ${FILTER_NAMES.join(', ')}`;
    throw new TemplateMistake(line, `the filter ${name} is not supported`, DIFFERENT[name] ?? known);
  }
  const [input, ...args] = childrenOf(nodeIn(node, 'args'));
  if (!input) throw new TemplateMistake(line, `the filter ${name} has nothing to work on`, `write {{ name | ${name} }}`);
  expectText(input, name, kindOf);
  if ((name === 'default' || name === 'd') && [input, ...args].some(mayFindNothing)) {
    throw new TemplateMistake(
      line,
      `${name} together with first or last is not supported`,
      'write {{ (nickname | first) if nickname else "" }}',
    );
  }
  checkArguments(name, args, line, kindOf);
  return name === 'length' || name === 'count' ? 'number' : 'text';
};

const checkArguments = (name: FilterName, args: readonly SyntaxNode[], line: number, kindOf: KindOf): void => {
  if (name === 'replace') {
    // Its third argument counts replacements; nunjucks and Jinja2 count an empty text differently.
    if (args.length !== 2) throw new TemplateMistake(line, 'replace takes two texts', 'write replace("old", "new")');
    for (const argument of args) expectText(argument, name, kindOf);
    return;
  }
  if (name === 'default' || name === 'd') {
    const [fallback, whenEmpty, ...more] = args;
    if (fallback) expectText(fallback, name, kindOf);
    if ((whenEmpty && !isSwitch(whenEmpty)) || more.length > 0) {
      throw new TemplateMistake(line, `${name} takes a text and true or false`, `write ${name}("text", true)`);
    }
    return;
  }
  for (const argument of args) if (argument.typename !== 'KeywordArgs') kindOf(argument);
  if (args.length > 0) throw new TemplateMistake(line, `${name} takes no arguments here`, 'leave them out');
};

const expectText = (node: SyntaxNode, filter: string, kindOf: KindOf): void => {
  if (kindOf(node) !== 'text') {
    throw new TemplateMistake(node.lineno + 1, `the filter ${filter} takes texts`, 'quote the number, or put the condition into an if');
  }
};

/** first and last of an empty text are undefined in Jinja2, which default then replaces; here they end the rendering. */
const mayFindNothing = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(mayFindNothing);
  if (!isSyntaxNode(value)) return false;
  if (value.typename === 'Filter' && ['first', 'last'].includes(String(nodeIn(value, 'name')['value']))) return true;
  return Object.values(value).some(mayFindNothing);
};

/** `true`, `false` or `boolean=true`. */
const isSwitch = (argument: SyntaxNode): boolean => {
  if (argument.typename === 'Literal') return typeof argument['value'] === 'boolean';
  if (argument.typename !== 'KeywordArgs') return false;
  const [pair, ...more] = childrenOf(argument);
  return pair !== undefined && more.length === 0 && nodeIn(pair, 'key')['value'] === 'boolean' && isSwitch(nodeIn(pair, 'value'));
};
