/** Runs tasks of the same key one after the other, in the order they came; tasks of different keys do not wait for each other. */
export interface KeyedQueue {
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Keys with something running or waiting. */
  readonly size: number;
}

export const createKeyedQueue = (): KeyedQueue => {
  const tails = new Map<string, Promise<void>>();
  return {
    run: (key, task) => {
      const result = (tails.get(key) ?? Promise.resolve()).then(task);
      const settled = (): void => {
        if (tails.get(key) === tail) tails.delete(key);
      };
      const tail: Promise<void> = result.then(settled, settled);
      tails.set(key, tail);
      return result;
    },
    get size() {
      return tails.size;
    },
  };
};
