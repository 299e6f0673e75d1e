import { spawn } from 'node:child_process';
import { forwardSignals } from './forward-signals.mjs';
import { root } from './project.mjs';

/** A step of the set-up that did not work; the message is all the user needs. */
export class StepFailed extends Error {}

/** Enough to see why a step failed, little enough to read. */
const shownLines = 60;

/**
 * Runs one step of the set-up and says so in one line with its seconds, on stderr: stdout belongs to the command that follows.
 * @param {string} title
 * @param {() => Promise<void>} work
 */
export const step = async (title, work) => {
  const start = performance.now();
  process.stderr.write(`${title} …`);
  try {
    await work();
    process.stderr.write(` ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  } catch (error) {
    process.stderr.write(' failed\n');
    throw error;
  }
};

/**
 * Runs a command without showing its output, unless it fails: then its end, and the hint, are the error.
 * @param {readonly [string, ...string[]]} commandLine
 * @param {{ hint: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>}
 */
export const quietly = ([command, ...args], { hint, env = {} }) =>
  new Promise((resolve, reject) => {
    // The user's keyboard stays connected: sudo may have to ask for a password.
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['inherit', 'pipe', 'pipe'] });
    const stopForwarding = forwardSignals(child);
    /** @type {string[]} */
    const output = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => output.push(text));
    /** @param {string} reason */
    const fail = (reason) =>
      reject(new StepFailed([lastLines(output.join('')), `${reason}: ${[command, ...args].map(onOneLine).join(' ')}`, hint].join('\n')));
    child.once('error', (error) => fail(`could not start (${error.message})`));
    child.once('close', (code, signal) => {
      stopForwarding();
      if (code === 0) resolve();
      else fail(`ended with ${signal ?? `code ${code}`}`);
    });
  });

/**
 * A script among the arguments is for the shell, not for the reader.
 * @param {string} argument
 */
const onOneLine = (argument) => (argument.includes('\n') ? '(script)' : argument);

/** @param {string} text */
const lastLines = (text) => {
  const lines = text.trimEnd().split('\n');
  return (lines.length > shownLines ? [`(… ${lines.length - shownLines} lines before)`, ...lines.slice(-shownLines)] : lines).join('\n');
};
