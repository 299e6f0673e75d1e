import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The Node 24 that the npm package `node` brings. */
export const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The versions the set-up itself needs, read where everybody else reads them: `packageManager` and the catalog. */
export const pins = () => {
  /** @type {{ packageManager: string }} */
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const node = /^ {2}node: *"?([\d.]+)"?$/mu.exec(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'))?.[1];
  if (node === undefined) throw new Error('pnpm-workspace.yaml names no version of node in its catalog');
  return { pnpm: manifest.packageManager, node: `node@${node}` };
};

/**
 * The start of a command line that has pnpm and Node 24 on its PATH, whatever the machine has. npx keeps both, so only the first time needs the network.
 * @returns {[string, ...string[]]}
 */
export const withPnpm = () => {
  const { pnpm, node } = pins();
  return ['npx', '--yes', '--package', node, '--package', pnpm, '--'];
};
