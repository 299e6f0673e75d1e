import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { altered, harbour, harbourTown } from './support/harbour.ts';
import { openPipeline, type Pipeline } from './support/open-pipeline.ts';

let here: Pipeline;
beforeAll(async () => {
  here = await openPipeline();
});
afterEach(() => here.reset());
afterAll(() => here.close());

test('try', async () => {
  await here.work();
  const t = performance.now();
  const run = await here.sync();
  console.log(performance.now() - t, JSON.stringify(run), JSON.stringify(here.os2sync.state(), null, 1), here.mo.stats());
  here.mo.resetStats();
  const second = await here.sync();
  console.log(JSON.stringify(second), here.mo.stats(), here.os2sync.stats());
  void altered; void harbour; void harbourTown; void expect;
});
