import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnNode, temporaryFolder, type NodeProcess } from '@os2bridge/testing';
import { root } from '../setup/project.mjs';

export interface CheckoutCopy {
  folder: string;
  /** Starts `node scripts/start.mjs …` of the copy. */
  start(...args: readonly string[]): NodeProcess;
  /** The command lines npx was called with, oldest first. */
  npxCalls(): string[];
  /** From now on npx prints this and fails; or, without a text, works. */
  npxFails(text?: string): void;
  write(path: string, text: string): void;
}

/**
 * The part of the checkout that the set-up works on, in a folder whose name has blanks, with an npx that installs nothing but
 * a Node 24 (this one) and writes down how it was called.
 */
export const copyCheckout = (): CheckoutCopy => {
  const folder = join(temporaryFolder(), 'a check out');
  for (const path of ['scripts/start.mjs', 'scripts/setup', 'package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'apps/cli/bin']) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  mkdirSync(join(folder, 'packages'));
  const calls = join(folder, '..', 'calls');
  const failure = join(folder, '..', 'failure');
  write(
    '../tools/npx',
    `#!/bin/sh\necho "$*" >>'${calls}'\nif [ -e '${failure}' ]; then cat '${failure}'; exit 3; fi\nmkdir -p node_modules/node/bin\nln -sf '${process.execPath}' node_modules/node/bin/node\n`,
  );
  chmodSync(join(folder, '../tools/npx'), 0o755);
  const env = { PATH: `${join(folder, '../tools')}:${process.env['PATH'] ?? ''}` };
  return {
    folder,
    write,
    start: (...args) => spawnNode(join(folder, 'scripts/start.mjs'), { args, env, cwd: folder }),
    npxCalls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : []),
    npxFails: (text) => (text === undefined ? rmSync(failure) : writeFileSync(failure, text)),
  };
};
