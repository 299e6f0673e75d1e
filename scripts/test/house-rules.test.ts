import { describe, expect, test } from 'vitest';
import { checkDirections } from '../architecture/check-directions.ts';
import { checkDocstrings } from '../architecture/check-docstrings.ts';
import { checkShape } from '../architecture/check-shape.ts';
import { parseSourceFile } from '../architecture/source-file.ts';

const directions = (path: string, text: string): string[] => checkDirections(parseSourceFile(path, text)).map(({ message }) => message);
const shape = (path: string, text: string): string[] => checkShape(parseSourceFile(path, text)).map(({ message }) => message);

describe('directions', () => {
  test('a package may import what stands below it', () => {
    expect(directions('packages/config/src/a.ts', `import type { Uuid } from '@os2bridge/model';`)).toEqual([]);
  });

  test('a package may not import what stands above it, in whichever way it does', () => {
    for (const text of [
      `import { a } from '@os2bridge/mo';`,
      `import type { a } from '@os2bridge/mo';`,
      `export * from '@os2bridge/mo';`,
      `await import('@os2bridge/mo');`,
    ]) {
      expect(directions('packages/mapping/src/a.ts', text)).toEqual([expect.stringContaining('not mo')]);
    }
  });

  test('a package the rules do not know may import nothing of ours', () => {
    expect(directions('packages/new/src/a.ts', `import { a } from '@os2bridge/model';`)).toHaveLength(1);
  });

  test('tests may use the simulators, the code beside them may not', () => {
    const text = `import { a } from '@os2bridge/simulators';`;
    expect(directions('packages/mo/test/a.test.ts', text)).toEqual([]);
    expect(directions('packages/mo/src/a.ts', text)).toHaveLength(1);
  });

  test('apps may import anything', () => {
    expect(directions('apps/demo/src/main.ts', `import { a } from '@os2bridge/simulators';`)).toEqual([]);
  });

  test('mapping opens no file and no connection', () => {
    expect(
      directions('packages/mapping/src/a.ts', `import { readFileSync } from 'node:fs';\nimport fs from 'fs';\nimport got from 'got';`),
    ).toHaveLength(3);
    expect(directions('packages/mapping/test/a.test.ts', `import { readFileSync } from 'node:fs';`)).toEqual([]);
  });

  test('nobody reaches into the files of another package', () => {
    expect(directions('packages/mo/src/a.ts', `import { a } from '../../model/src/mo.ts';`)).toHaveLength(1);
    expect(directions('apps/cli/src/a.ts', `import { a } from '@os2bridge/model/src/mo.ts';`)).toHaveLength(1);
    expect(directions('packages/mo/test/a.test.ts', `import { a } from '../src/mo.ts';`)).toEqual([]);
  });
});

describe('shape', () => {
  test('only index.ts re-exports, and does nothing else', () => {
    expect(shape('packages/mo/src/all.ts', `export * from './a.ts';`)).toHaveLength(1);
    expect(shape('packages/mo/src/index.ts', `export * from './a.ts';`)).toEqual([]);
    expect(shape('packages/mo/src/index.ts', `export const a = 1;`)).toHaveLength(1);
  });

  test('a class is an error, or a function that returns an interface', () => {
    expect(shape('packages/mo/src/a.ts', `export class MoError extends BridgeError {}`)).toEqual([]);
    expect(shape('packages/mo/src/a.ts', `class Client {}`)).toHaveLength(1);
  });

  test('a public function has a docstring; an inner one may do without', () => {
    const file = (name: string, text: string) => parseSourceFile(`packages/mo/src/${name}`, text);
    const index = file('index.ts', `export * from './a.ts';`);
    const text = `export const read = () => 1;\n/** Explained. */\nexport const write = () => 2;`;
    expect(checkDocstrings([index, file('a.ts', text)]).map(({ message }) => message)).toEqual(['read is public and has no docstring']);
    expect(checkDocstrings([index, file('b.ts', text)])).toEqual([]);
  });
});
