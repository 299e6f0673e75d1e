const tasks: (() => void)[] = [];

/** Registers a synchronous clean-up for the end of this process. The last registered runs first; one that fails stops no other. */
export const atExit = (task: () => void): void => {
  // One listener for all, or Node warns of a leak after ten.
  if (tasks.length === 0) process.once('exit', runAll);
  tasks.push(task);
};

const runAll = (): void => {
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    try {
      task();
    } catch {
      // The process is ending: there is nobody left to tell, and the other tasks still must run.
    }
  }
};
