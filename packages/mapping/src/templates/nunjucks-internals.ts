import nunjucks from 'nunjucks';

/** nunjucks exports its lexer and parser, its published types do not know them. Both only read the text and run nothing. */
declare module 'nunjucks' {
  export const lexer: { lex(source: string): Tokenizer };
  export const parser: { parse(source: string): unknown };
}

export interface Token {
  readonly type: string;
  readonly value: unknown;
  /** From 0. */
  readonly lineno: number;
}

interface Tokenizer {
  nextToken(): Token | null;
  /** Where it is now: line from 0, and offset in the source. */
  readonly lineno: number;
  readonly index: number;
}

/** A node of the syntax tree; `typename` is the name of its kind. Which other fields there are depends on the kind. */
export interface SyntaxNode {
  readonly typename: string;
  /** From 0. */
  readonly lineno: number;
  readonly [field: string]: unknown;
}

export const tokensOf = (source: string): Tokenizer => nunjucks.lexer.lex(source);

/** @throws Error of nunjucks, with `lineno` from 1 where it knows it. */
export const parseTemplate = (source: string): unknown => nunjucks.parser.parse(source);

export const isSyntaxNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'typename' in value && 'lineno' in value;
