// The door of `npm run …`: puts in place what is missing on this machine, then runs the TypeScript entry with the project's Node 24.
// Plain JavaScript without dependencies, because it runs before anything is installed, with whatever Node ≥ 18 the machine has.
import { runOnNode24 } from './setup/run-on-node-24.mjs';
import { setUp } from './setup/set-up.mjs';
import { StepFailed } from './setup/step.mjs';

/**
 * What each command runs, and which system packages (setup/system-packages.mjs) it needs first. `setup` prepares for all of them,
 * but for MariaDB, which only the tests start.
 * `node` = options of Node itself: a service's heap is kept small on purpose, V8 would otherwise let garbage pile up to several hundred MB (docs/performance.md).
 * @type {Record<string, { entry: string | null, needs: readonly import('./setup/system-packages.mjs').SystemPackage[], node?: readonly string[] }>}
 */
const commands = {
  demo: { entry: 'apps/demo/src/main.ts', needs: ['redis'] },
  test: { entry: 'scripts/test.ts', needs: ['redis', 'mariadb'] },
  bench: { entry: 'apps/bench/src/main.ts', needs: ['redis'] },
  scenarios: { entry: 'apps/scenarios/src/main.ts', needs: ['redis'] },
  simulator: { entry: 'apps/simulator/src/main.ts', needs: [] },
  lint: { entry: 'scripts/lint.ts', needs: [] },
  worker: { entry: 'apps/os2sync-worker/src/main.ts', needs: [], node: ['--max-semi-space-size=16', '--max-old-space-size=256'] },
  scheduler: { entry: 'apps/scheduler/src/main.ts', needs: [], node: ['--max-semi-space-size=4', '--max-old-space-size=128'] },
  setup: { entry: null, needs: ['redis'] },
};

const main = async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return refuse(`usage: npm run ${Object.keys(commands).join('|')} [-- arguments]`);
  if (Number.parseInt(process.versions.node, 10) < 18)
    return refuse(
      `Node ${process.versions.node} is too old to start with: 18 or newer is needed (the project then brings its own Node 24)`,
    );
  const stepsTaken = await setUp(command.needs);
  if (command.entry !== null) return runOnNode24(command.entry, args, command.node);
  process.stderr.write(stepsTaken === 0 ? 'Everything is in place already.\n' : 'Ready: npm run demo, npm test, npx os2bridge --help\n');
};

/** @param {string} message */
const refuse = (message) => {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
};

try {
  await main();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
