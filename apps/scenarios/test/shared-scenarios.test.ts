import { silentLogger } from '@os2bridge/logging';
import { sharedFolder } from '@os2bridge/testing';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadScenarios } from '../src/load-scenarios.ts';
import { runScenarios } from '../src/run-scenarios.ts';
import { openWorkbench, type Workbench } from '../src/workbench.ts';

const shared = sharedFolder();
const folder = shared === null ? null : join(shared, 'scenarios');
const files = folder === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.json'));

describe.skipIf(folder === null)('the scenarios that describe the behaviour', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench(silentLogger);
  });
  afterAll(() => bench.close());

  it.each(files)('hold: %s', { timeout: 60_000 }, async (file) => {
    const results = await runScenarios(await loadScenarios([join(folder ?? '', file)]), bench, () => undefined);
    expect(
      results
        .filter(({ differences }) => differences.length > 0)
        .map(({ scenario: { id, name }, differences }) => ({ id, name, differences })),
    ).toEqual([]);
  });
});
