import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnNode, temporaryFolder } from '@os2bridge/testing';
import { describe, expect, test } from 'vitest';
import { runCli } from '../src/run-cli.ts';

const MAIN = new URL('../src/main.ts', import.meta.url);
const folder = temporaryFolder();

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A settings.json of its own, or none at all. */
const settingsIn = (settings?: object): string => {
  const path = join(mkdtempSync(join(folder, 'at-')), 'settings.json');
  if (settings) writeFileSync(path, JSON.stringify(settings));
  return path;
};

/** The command line in this process: its words and its exit code. */
const run = async (args: readonly string[], settings?: object): Promise<Ended> => {
  const said = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (said[name] += text) });
  const env = settings ? { OS2BRIDGE_SETTINGS: settingsIn(settings) } : {};
  const code = await runCli(args, { env, stdin: {}, stdout: stream('stdout'), stderr: stream('stderr') }, '1.2.3');
  return { code, ...said };
};

/** The command line as a process. */
const spawn = async (args: readonly string[]): Promise<Ended> => {
  const process = spawnNode(MAIN, { args, cwd: folder });
  const { code } = await process.exited;
  return { code, stdout: process.stdout(), stderr: process.stderr() };
};

describe('help', () => {
  test('lists the commands in groups, with examples and exit codes', async () => {
    const { code, stdout, stderr } = await spawn(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const word of [
      'check',
      'plan',
      'sync',
      'explain',
      'status',
      'runs',
      'approve',
      'retry',
      'Before a sync:',
      'Sync:',
      'Watch:',
      'Exit codes:',
      '--json',
      '--settings',
    ]) {
      expect(stdout).toContain(word);
    }
  });

  test('a command has a help of its own, with the options of every command', async () => {
    const { code, stdout } = await run(['plan', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/--payloads[\s\S]*--settings[\s\S]*Examples:/);
  });

  test('no command at all shows the help on stderr and is a usage error', async () => {
    const { code, stdout, stderr } = await run([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: os2bridge');
  });

  test('--version is the version alone', async () => {
    expect((await spawn(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('usage errors end with 2, one line on stderr and nothing on stdout', () => {
  test.each<[string, string[], RegExp]>([
    ['a command that does not exist', ['chekc'], /Did you mean check\?/],
    ['an option that does not exist', ['check', '--fix'], /unknown option '--fix'/],
    ['a uuid that is none', ['explain', '--person', '0101900000'], /no uuid/],
    ['a sync of nothing', ['sync'], /--all, --unit UUID… or --person UUID…/],
    ['a sync of everything and something', ['sync', '--all', '--unit', '0b1c7c1e-5a55-4c0e-9a51-6d1f0a9e4c01'], /either --all/],
    ['an explain of nothing', ['explain'], /either --unit UUID or --person UUID/],
    ['payloads without a file', ['plan', '--payloads'], /--payloads needs --out FILE/],
    ['a verdict that does not exist', ['plan', '--only', 'creat'], /create, update/],
    ['a limit that is none', ['runs', '--limit', 'many'], /whole number/],
    ['an approval of nothing', ['approve'], /missing required argument 'run'/],
  ])('%s', async (_what, args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('a process ends with that code', async () => {
    expect(await spawn(['sync'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'os2bridge: say what to sync: --all, --unit UUID… or --person UUID…\n',
    });
  });

  test('with --json the error is a document on stdout too', async () => {
    const { code, stdout } = await run(['sync', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'usage', exitCode: 2 } });
  });
});

describe('settings that are wrong', () => {
  test('every mistake is one line, and no secret is in any', async () => {
    const { code, stdout, stderr } = await run(['status'], {
      'municipality.cvr': '12',
      'os2bridge.hash_key': 'hemmelig',
      'os2sync.top_unit_uuid': 'rådhuset',
    });
    expect([code, stdout]).toEqual([2, '']);
    for (const key of ['municipality.cvr', 'os2bridge.hash_key', 'os2sync.top_unit_uuid']) expect(stderr).toContain(`os2bridge: ${key}: `);
    expect(stderr.trimEnd().split('\n')).toHaveLength(3);
    expect(stderr).not.toContain('hemmelig');
  });

  test('check shows them as red lines', async () => {
    const { code, stdout } = await run(['check'], { 'municipality.cvr': '12' });
    expect(code).toBe(2);
    expect(stdout).toMatch(/✗ Settings +municipality\.cvr: /);
    expect(stdout).toMatch(/✗ Settings +os2sync\.top_unit_uuid: /);
  });

  test('a file that is not there is said as such', async () => {
    const { code, stderr } = await run(['status', '--settings', 'nowhere.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere.json');
  });

  test('settings shows values and where they come from, and of secrets that they are set', async () => {
    const { code, stdout } = await run(['settings', '--json'], { 'municipality.cvr': '12345678', 'os2bridge.hash_key': 'hemmelig nøgle' });
    expect(code).toBe(0);
    expect(stdout).not.toContain('hemmelig');
    expect(JSON.parse(stdout)).toEqual({
      settings: [
        { key: 'municipality.cvr', value: expect.stringContaining('12345678') as string, origin: 'file' },
        { key: 'os2bridge.hash_key', value: 'set', origin: 'file' },
      ],
    });
  });
});
