/** What was asked of a simulated OS2MO since it started or since the last reset. */
export interface Os2moStats {
  /** GraphQL requests, failed ones included. */
  readonly requests: number;
  /** Top-level objects in all answers. */
  readonly objects: number;
  /** Requests by operation name, or by root fields where it has none. */
  readonly byOperation: Readonly<Record<string, number>>;
}

export interface StatsCounter {
  request(operation: string): void;
  objects(count: number): void;
  read(): Os2moStats;
  reset(): void;
}

/** Counts requests and objects, in memory. */
export const createStats = (): StatsCounter => {
  let requests = 0;
  let objects = 0;
  const byOperation = new Map<string, number>();
  return {
    request: (operation) => {
      requests += 1;
      byOperation.set(operation, (byOperation.get(operation) ?? 0) + 1);
    },
    objects: (count) => {
      objects += count;
    },
    read: () => ({ requests, objects, byOperation: Object.fromEntries(byOperation) }),
    reset: () => {
      requests = 0;
      objects = 0;
      byOperation.clear();
    },
  };
};
