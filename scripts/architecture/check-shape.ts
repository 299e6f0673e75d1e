import { basename } from 'node:path';
import { declarationsOf } from './declarations.ts';
import { lineAt, type Finding, type SourceFile } from './source-file.ts';

/** How a file of `src` is built: one barrel per package, classes only for errors. */
export const checkShape = (file: SourceFile): Finding[] => {
  if (file.isTest) return [];
  return [...barrels(file), ...classes(file)];
};

const finding = (file: SourceFile, position: number, message: string): Finding => ({
  path: file.path,
  line: lineAt(file.text, position),
  message,
});

const barrels = (file: SourceFile): Finding[] => {
  const isIndex = basename(file.path) === 'index.ts';
  return file.parsed.program.body.flatMap((statement) => {
    const reexports =
      statement.type === 'ExportAllDeclaration' || (statement.type === 'ExportNamedDeclaration' && statement.source !== null);
    if (reexports === isIndex) return [];
    const message = isIndex
      ? 'index.ts only re-exports: what it holds besides belongs in a file of its own'
      : 're-exports: only index.ts does that';
    return [finding(file, statement.start, message)];
  });
};

const classes = (file: SourceFile): Finding[] =>
  declarationsOf(file).flatMap(({ declaration }) => {
    if (declaration.type !== 'ClassDeclaration') return [];
    const parent = declaration.superClass?.type === 'Identifier' ? declaration.superClass.name : '';
    return parent.endsWith('Error')
      ? []
      : [finding(file, declaration.start, 'a class that is no error: write a function that returns an interface')];
  });
