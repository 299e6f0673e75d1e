import { basename, posix } from 'node:path';
import { declarationsOf } from './declarations.ts';
import { lineAt, type Finding, type SourceFile } from './source-file.ts';

/**
 * A function that other packages can use needs a docstring: what it gives, in which units, how it fails, by which source.
 * For a type or a constant the name may say enough. Public is what index.ts exports.
 */
export const checkDocstrings = (files: readonly SourceFile[]): Finding[] => {
  const published = new Set(files.filter(isIndex).flatMap(exportedPaths));
  return files.filter(({ path }) => published.has(path)).flatMap(undocumented);
};

const isIndex = ({ path, isTest }: SourceFile): boolean => !isTest && basename(path) === 'index.ts';

const exportedPaths = ({ path, imports }: SourceFile): string[] =>
  imports.filter(({ from }) => from.startsWith('.')).map(({ from }) => posix.join(posix.dirname(path), from));

const undocumented = (file: SourceFile): Finding[] =>
  declarationsOf(file).flatMap(({ declaration, start, exported }) => {
    if (!exported || declaration.type !== 'VariableDeclaration') return [];
    const [first] = declaration.declarations;
    if (first?.init?.type !== 'ArrowFunctionExpression' || file.text.slice(0, start).trimEnd().endsWith('*/')) return [];
    const name = first.id.type === 'Identifier' ? first.id.name : 'this function';
    return [{ path: file.path, line: lineAt(file.text, start), message: `${name} is public and has no docstring` }];
  });
