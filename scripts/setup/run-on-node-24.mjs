import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { forwardSignals } from './forward-signals.mjs';
import { node24, root } from './project.mjs';

/**
 * Runs a TypeScript entry of the checkout with its Node 24, in the user's folder, on the user's terminal, and ends as it ends:
 * same exit code, same signal.
 * @param {string} entry path below the root
 * @param {readonly string[]} args
 * @param {readonly string[]} [options] of Node itself
 * @returns {Promise<void>}
 */
export const runOnNode24 = (entry, args, options = []) =>
  new Promise((resolve, reject) => {
    const child = spawn(node24, [...options, join(root, entry), ...args], { stdio: 'inherit', env: { ...process.env, PATH: path() } });
    const stopForwarding = forwardSignals(child);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      stopForwarding();
      if (signal === null) process.exitCode = code ?? 1;
      else endBySignal(signal);
      resolve();
    });
  });

/** Node 24 first, so that every process the entry starts with `node` gets the same one. */
const path = () => [dirname(node24), join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);

/**
 * Ends this process by the signal that ended the child; should the signal not end us, with the code a shell would show.
 * @param {NodeJS.Signals} signal
 */
const endBySignal = (signal) => {
  process.exitCode = 128 + constants.signals[signal];
  process.kill(process.pid, signal);
};
