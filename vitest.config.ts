import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'apps/*/test/**/*.test.ts', 'scripts/test/*.test.ts'],
    // A process per file: tests start servers, Redis and workers, and what one forgets must not disturb the next.
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['scripts/vitest-temporary-folder.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A test that passes only at the second try is a failing test.
    retry: 0,
    allowOnly: process.env['CI'] === undefined,
  },
});
