import type { ESTree } from 'vite';
import type { SourceFile } from './source-file.ts';

export interface TopLevelDeclaration {
  declaration: ESTree.Declaration;
  /** Where the statement starts, `export` included. */
  start: number;
  exported: boolean;
}

/** The classes, functions, constants and types a file declares at its top level. */
export const declarationsOf = (file: SourceFile): TopLevelDeclaration[] =>
  file.parsed.program.body.flatMap((statement): TopLevelDeclaration[] => {
    if (statement.type === 'ClassDeclaration' || statement.type === 'VariableDeclaration') {
      return [{ declaration: statement, start: statement.start, exported: false }];
    }
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
    return [{ declaration: statement.declaration, start: statement.start, exported: true }];
  });
