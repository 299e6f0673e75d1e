#!/usr/bin/env node
// `npx os2bridge …` in the checkout: hands over to the TypeScript command line on the project's Node 24. Runs on any Node ≥ 18.
import { existsSync } from 'node:fs';
import { node24, root } from '../../../scripts/setup/project.mjs';
import { runOnNode24 } from '../../../scripts/setup/run-on-node-24.mjs';

if (existsSync(node24)) {
  await runOnNode24('apps/cli/src/main.ts', process.argv.slice(2));
} else {
  process.stderr.write(`os2bridge is not set up yet: run \`npm run setup\` in ${root}\n`);
  process.exitCode = 2;
}
