import { type NodeProcess, spawnNode, temporaryFolder } from '@os2bridge/testing';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failing, passing } from './a-scenario.ts';

const MAIN = new URL('../src/main.ts', import.meta.url);

const run = (...args: string[]): NodeProcess => spawnNode(MAIN, { args });

const written = (content: unknown): string => {
  const file = join(temporaryFolder(), 'scenarios.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

const linesOf = (scenarios: NodeProcess): string[] => scenarios.stdout().trimEnd().split('\n');

describe('npm run scenarios', () => {
  it('ends with 0 when all pass, and says how many in the last line', async () => {
    const scenarios = run(written([passing]));
    expect(await scenarios.exited).toMatchObject({ code: 0 });
    expect(linesOf(scenarios).at(-1)).toBe('1 passed, 0 failed');
    expect(scenarios.stderr()).toBe('');
  });

  it('ends with 1 when one fails, and shows what differs', async () => {
    const scenarios = run(written([passing, failing]));
    expect(await scenarios.exited).toMatchObject({ code: 1 });
    expect(linesOf(scenarios).at(-1)).toBe('1 passed, 1 failed');
    expect(scenarios.stdout()).toContain('Name: expected "Egelund Kommune", is "Bøgelund Kommune"');
  });

  it('runs only those that are asked for, as JSON when wanted', async () => {
    const scenarios = run(written([passing, failing]), '--only', 'T-001', '--json');
    expect(await scenarios.exited).toMatchObject({ code: 0 });
    const lines = linesOf(scenarios).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      { id: 'T-001', passed: true, differences: [] },
      { passed: 1, failed: 0 },
    ]);
  });

  it.each([
    ['a file that is not there', ['no/such/file.json'], 'no/such/file.json: no such file or folder'],
    ['an id that is not there', [written([passing]), '--only', 'T-9'], 'No scenario has the id T-9.'],
    ['an option that is not there', ['--onyl', 'T-1'], '--onyl'],
    ['a file without scenarios', [written([])], 'There is no scenario in these files.'],
  ])('ends with 2 for %s', async (_what, args, message) => {
    const scenarios = run(...args);
    expect(await scenarios.exited).toMatchObject({ code: 2 });
    expect(scenarios.stderr()).toContain(message);
    expect(scenarios.stderr()).not.toContain('    at ');
  });

  it('shows how it is used when nothing is asked', async () => {
    const scenarios = run();
    expect(await scenarios.exited).toMatchObject({ code: 2 });
    expect(scenarios.stdout()).toContain('npm run scenarios -- FILE|DIR');
  });
});
