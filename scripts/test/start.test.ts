import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, spawnNode } from '@os2bridge/testing';
import { describe, expect, test } from 'vitest';
import { copyCheckout } from './checkout-copy.ts';

describe('npm run …', () => {
  test('installs once, with the pinned pnpm and Node, and not again until something changes', async () => {
    const checkout = copyCheckout();
    expect((await checkout.start('setup').exited).code).toBe(0);
    const { packageManager } = JSON.parse(readFileSync(join(checkout.folder, 'package.json'), 'utf8')) as { packageManager: string };
    expect(checkout.npxCalls()).toEqual([
      expect.stringMatching(
        new RegExp(`^--yes --package node@24[.\\d]+ --package ${packageManager} -- pnpm install --frozen-lockfile$`, 'u'),
      ),
    ]);

    const second = checkout.start('setup');
    expect((await second.exited).code).toBe(0);
    expect(second.output()).toBe('Everything is in place already.\n');
    expect(checkout.npxCalls()).toHaveLength(1);

    checkout.write('apps/cli/package.json', '{}');
    await checkout.start('setup').exited;
    expect(checkout.npxCalls()).toHaveLength(2);
  });

  test('passes arguments on and leaves stdout to the command', async () => {
    const checkout = copyCheckout();
    checkout.write('apps/demo/src/main.ts', 'const given: string[] = process.argv.slice(2); console.log(JSON.stringify(given));');
    const demo = checkout.start('demo', '--once', '--json', 'two words');
    expect((await demo.exited).code).toBe(0);
    expect(demo.stdout()).toBe('["--once","--json","two words"]\n');
    expect(demo.stderr()).toMatch(/^Packages .+ … \d+\.\d s\n$/u);
  });

  test('ends with the exit code of the command', async () => {
    const checkout = copyCheckout();
    checkout.write('apps/demo/src/main.ts', 'process.exit(42);');
    expect(await checkout.start('demo').exited).toEqual({ code: 42, signal: null });
  });

  test('a signal reaches the command, which may end in its own way', async () => {
    const checkout = copyCheckout();
    checkout.write(
      'apps/demo/src/main.ts',
      `process.on('SIGTERM', () => process.exit(7)); setInterval(() => undefined, 1000); console.log('up');`,
    );
    const demo = checkout.start('demo');
    await eventually(() => expect(demo.stdout()).toContain('up'));
    expect(await demo.stop()).toEqual({ code: 7, signal: null });
  });

  test('a command that dies by a signal makes us die by it', async () => {
    const checkout = copyCheckout();
    checkout.write('apps/demo/src/main.ts', `process.kill(process.pid, 'SIGTERM'); setInterval(() => undefined, 1000);`);
    expect(await checkout.start('demo').exited).toEqual({ code: null, signal: 'SIGTERM' });
  });

  test('shows why a step failed, and tries again the next time', async () => {
    const checkout = copyCheckout();
    checkout.npxFails('ERR the registry is not there\n');
    const failing = checkout.start('setup');
    expect((await failing.exited).code).toBe(1);
    expect(failing.stderr()).toContain('… failed\nERR the registry is not there\nended with code 3: npx --yes');
    checkout.npxFails();
    expect((await checkout.start('setup').exited).code).toBe(0);
  });

  test('a command that does not exist names those that do', async () => {
    const wrong = copyCheckout().start('dmeo');
    expect((await wrong.exited).code).toBe(2);
    expect(wrong.stderr()).toContain('usage: npm run demo|test|');
  });
});

describe('npx os2bridge', () => {
  test('says what to do before the set-up, and hands over after it', async () => {
    const checkout = copyCheckout();
    const launcher = join(checkout.folder, 'apps/cli/bin/os2bridge.js');
    const early = spawnNode(launcher, { args: ['status'] });
    expect((await early.exited).code).toBe(2);
    expect(early.stderr()).toContain('run `npm run setup` in');

    await checkout.start('setup').exited;
    checkout.write('apps/cli/src/main.ts', 'console.log(process.argv.slice(2)); process.exit(4);');
    const ready = spawnNode(launcher, { args: ['status', '--json'] });
    expect((await ready.exited).code).toBe(4);
    expect(ready.stdout()).toContain(`[ 'status', '--json' ]`);
  });
});
