import DataLoader from 'dataloader';

export interface GatherOptions {
  /** The first key of a batch waits so long for company, in milliseconds. */
  readonly windowMs: number;
  readonly maxSize: number;
  /** Batches under way at once. Keys that come meanwhile wait and make the next batch bigger. */
  readonly atOnce: number;
}

/**
 * Gathers single questions into batches, nothing is cached. The batches adapt: when answers take long, more keys gather meanwhile. A fixed window alone would not do:
 * jobs come back one by one, so that in the long run every batch would hold the handful of jobs that ended within the window.
 */
export const gather = <K, V>(
  ask: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
  options: GatherOptions,
): ((key: K) => Promise<V>) => {
  const waiting: (() => void)[] = [];
  let open = 0;

  const next = (): void => {
    while (open < options.atOnce) {
      const dispatch = waiting.shift();
      if (!dispatch) return;
      open += 1;
      dispatch();
    }
  };

  const loader = new DataLoader<K, V>(
    async (keys) => {
      try {
        return await ask(keys);
      } finally {
        open -= 1;
        next();
      }
    },
    {
      cache: false,
      maxBatchSize: options.maxSize,
      batchScheduleFn: (dispatch) => {
        setTimeout(() => {
          waiting.push(dispatch);
          next();
        }, options.windowMs);
      },
    },
  );
  return (key) => loader.load(key);
};
