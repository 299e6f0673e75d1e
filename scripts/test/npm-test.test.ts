import { spawnNode } from '@os2bridge/testing';
import { expect, test } from 'vitest';

const entry = new URL('../test.ts', import.meta.url);

test('the last line counts every test, every broken file and every stray error, and the exit code says failed', async () => {
  const run = spawnNode(entry, { args: ['--root', 'scripts/test/fixtures/mixed-results'] });
  expect((await run.exited).code).toBe(1);
  expect(run.stdout().trimEnd().split('\n').at(-1)).toBe('3 passed, 3 failed, 1 skipped');
  expect(run.stdout()).toContain('broken before any test');
  expect(run.stdout()).toContain("expected 'found' to be 'wanted'");
  expect(run.stdout()).toContain('printed by the failing file');
  expect(run.stdout()).toContain('thrown by nobody’s test');
});

test('a run without any test is no success', async () => {
  const run = spawnNode(entry, { args: ['no/such/folder'] });
  expect((await run.exited).code).toBe(1);
  expect(run.stdout().trimEnd().split('\n').at(-1)).toBe('0 passed, 0 failed');
});
