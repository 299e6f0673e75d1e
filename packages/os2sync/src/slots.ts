/** At most so many tasks at once; the others wait in the order they came. */
export interface Slots {
  run<T>(task: () => Promise<T>): Promise<T>;
}

export const createSlots = (count: number): Slots => {
  const waiting: (() => void)[] = [];
  let free = count;
  const take = (): Promise<void> => {
    if (free === 0) return new Promise((resolve) => waiting.push(resolve));
    free -= 1;
    return Promise.resolve();
  };
  /** The slot goes straight to the next in line, so that nobody can overtake. */
  const give = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    run: async (task) => {
      await take();
      try {
        return await task();
      } finally {
        give();
      }
    },
  };
};
