/**
 * While the child runs, a signal to us is a signal to it. Returns what ends that.
 * @param {import('node:child_process').ChildProcess} child
 */
export const forwardSignals = (child) => {
  /** @type {(signal: NodeJS.Signals) => void} */
  const forward = (signal) => {
    // Ctrl-C on a terminal reaches the child by itself; a second one from us would mean "now, and without tidying up".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return () => signals.forEach((signal) => process.off(signal, forward));
};
