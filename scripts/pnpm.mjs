// `npm run pnpm -- install|add|why …`: the pinned pnpm with the pinned Node, without installing either on the machine.
import { spawnSync } from 'node:child_process';
import { withPnpm } from './setup/project.mjs';

const [npx, ...rest] = withPnpm();
const { status, error } = spawnSync(npx, [...rest, 'pnpm', ...process.argv.slice(2)], { stdio: 'inherit' });
if (error !== undefined) process.stderr.write(`${npx} could not be started: ${error.message}\n`);
process.exitCode = status ?? 1;
