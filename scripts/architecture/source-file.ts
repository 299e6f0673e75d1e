import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, type ParseResult } from 'vite';
import { root } from '../setup/project.mjs';

/** One TypeScript file of a package or app, parsed. */
export interface SourceFile {
  /** From the root, e.g. packages/mapping/src/facts.ts */
  path: string;
  /** packages/mapping */
  folder: string;
  /** mapping */
  owner: string;
  isApp: boolean;
  isTest: boolean;
  text: string;
  imports: readonly Import[];
  parsed: ParseResult;
}

export interface Import {
  /** As written: './facts.ts', '@os2bridge/model', 'node:fs' */
  from: string;
  line: number;
}

/** A breach of a house rule, for a person to read. */
export interface Finding {
  path: string;
  line: number;
  message: string;
}

/** Every TypeScript file of all packages and apps. */
export const readSourceFiles = (): SourceFile[] =>
  globSync('{packages,apps}/*/{src,test}/**/*.ts', { cwd: root })
    .toSorted((a, b) => a.localeCompare(b))
    .map((path) => parseSourceFile(path, readFileSync(join(root, path), 'utf8')));

export const parseSourceFile = (path: string, text: string): SourceFile => {
  const [kind = '', owner = '', part = ''] = path.split('/');
  const parsed = parseSync(path, text);
  return {
    path,
    folder: `${kind}/${owner}`,
    owner,
    isApp: kind === 'apps',
    isTest: part === 'test',
    text,
    imports: importsOf(parsed, text),
    parsed,
  };
};

export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

const importsOf = ({ module }: ParseResult, text: string): Import[] => {
  const named = module.staticImports.map(({ moduleRequest, start }) => ({ from: moduleRequest.value, line: lineAt(text, start) }));
  const reexported = module.staticExports.flatMap(({ entries, start }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [{ from: moduleRequest.value, line: lineAt(text, start) }] : [])),
  );
  const dynamic = module.dynamicImports.map(({ moduleRequest, start }) => ({
    from: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    line: lineAt(text, start),
  }));
  return [...named, ...reexported, ...dynamic];
};
