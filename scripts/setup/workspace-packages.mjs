import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, pins, root, withPnpm } from './project.mjs';
import { quietly, step, StepFailed } from './step.mjs';

const stamp = join(root, 'node_modules', '.os2bridge-setup');

/** Installs the workspace's npm packages exactly as the lockfile says, unless that is done already. Returns the number of steps taken. */
export const installWorkspacePackages = async () => {
  const wanted = fingerprint();
  if (existsSync(node24) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  const { pnpm, node } = pins();
  await step(`Packages (${pnpm}, ${node})`, async () => {
    await quietly([...withPnpm(), 'pnpm', 'install', '--frozen-lockfile'], {
      // Without CI pnpm may ask whether it may rebuild node_modules, and where nobody can answer it gives up.
      env: { CI: 'true' },
      hint: 'The packages could not be installed. Needed: the npm registry (behind a proxy: npm config set proxy …), 1 GB of disk, and a pnpm-lock.yaml that fits the package.json files.',
    });
    // The npm package `node` fetches its binary in an install script; where scripts are switched off there is only an empty package.
    if (!existsSync(node24))
      throw new StepFailed(
        'The npm package "node" is installed, but its binary is not. Are install scripts switched off (npm config get ignore-scripts)?',
      );
  });
  writeFileSync(stamp, wanted);
  return 1;
};

/** Changes with everything an install depends on: lockfile, catalog, every package.json. */
const fingerprint = () => {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests('packages'), ...manifests('apps')]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
};

/** @param {string} folder */
const manifests = (folder) =>
  readdirSync(join(root, folder))
    .sort()
    .map((name) => join(folder, name, 'package.json'))
    .filter((file) => existsSync(join(root, file)));
