import { spawnNode, temporaryFolder } from '@os2bridge/testing';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../src/run-cli.ts';
import { failing, passing } from './a-scenario.ts';

const written = (content: unknown): string => {
  const file = join(temporaryFolder(), 'scenarios.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

const run = async (...args: string[]) => {
  const lines: string[] = [];
  const complaints: string[] = [];
  const code = await runCli(args, { out: (line) => lines.push(line), err: (line) => complaints.push(line) });
  return { code, lines, complaints };
};

describe('npm run scenarios', () => {
  it('ends with 0 when all pass, and says how many in the last line', { timeout: 90_000 }, async () => {
    const scenarios = spawnNode(new URL('../src/main.ts', import.meta.url), { args: [written([passing])] });
    const { code } = await scenarios.exited;
    expect({ code, stderr: scenarios.stderr(), last: scenarios.stdout().trimEnd().split('\n').slice(-4) }).toEqual({
      code: 0,
      stderr: '',
      last: [expect.stringMatching(/^ok {5}T-001 /), '1 passed, 0 failed'],
    });
  });

  it('ends with 1 when one fails, and shows what differs', async () => {
    const { code, lines } = await run(written([passing, failing]));
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(lines.join('\n')).toContain('Name: expected "Egelund Kommune", is "Bøgelund Kommune"');
  });

  it('runs only those that are asked for, as JSON when wanted', async () => {
    const { code, lines } = await run(written([passing, failing]), '--only', 'T-001', '--json');
    expect(code).toBe(0);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
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
    const { code, complaints } = await run(...args);
    expect(code).toBe(2);
    expect(complaints.join('\n')).toContain(message);
  });

  it('shows how it is used when nothing is asked', async () => {
    const { code, lines } = await run();
    expect(code).toBe(2);
    expect(lines.join('\n')).toContain('npm run scenarios -- FILE|DIR');
  });
});
