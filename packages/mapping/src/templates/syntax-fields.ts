import { isSyntaxNode, type SyntaxNode } from './nunjucks-internals.ts';
import { TemplateMistake } from './template-mistake.ts';

/** The node in a field of a node. @throws TemplateMistake when there is none, which nunjucks sometimes gives for a half-written expression. */
export const nodeIn = (node: SyntaxNode, field: string): SyntaxNode => {
  const value = node[field];
  if (isSyntaxNode(value)) return value;
  throw new TemplateMistake(node.lineno + 1, 'something is missing here', 'write the whole expression');
};

export const childrenOf = (node: SyntaxNode): readonly SyntaxNode[] => nodesIn(node, 'children');

export const nodesIn = (node: SyntaxNode, field: string): readonly SyntaxNode[] => {
  const list = node[field];
  return Array.isArray(list) ? list.filter(isSyntaxNode) : [];
};
