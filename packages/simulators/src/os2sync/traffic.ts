/** What the simulator was asked since the last reset; `/_sim/` itself does not count. */
export interface Os2syncStats {
  readonly requests: number;
  /** POST of a unit or a user, whatever the answer. */
  readonly posts: number;
  readonly deletes: number;
  /** GET of one unit or user. */
  readonly gets: number;
  /** Hierarchies started. */
  readonly hierarchies: number;
  /** Users that OS2sync's own comparison found unchanged. */
  readonly skipped: number;
  readonly maxInFlightPerUuid: number;
  readonly maxInFlight: number;
}

export type Counter = 'posts' | 'deletes' | 'gets' | 'hierarchies' | 'skipped';

export interface Traffic {
  /** A request has arrived; call the result when its answer goes out. */
  enter(uuid: string | null): () => void;
  count(counter: Counter): void;
  stats(): Os2syncStats;
  reset(): void;
}

/** Counts requests, and how many were open at once, overall and per uuid. */
export const createTraffic = (): Traffic => {
  const fresh = (): Record<keyof Os2syncStats, number> => ({
    requests: 0,
    posts: 0,
    deletes: 0,
    gets: 0,
    hierarchies: 0,
    skipped: 0,
    maxInFlightPerUuid: 0,
    maxInFlight: 0,
  });
  const perUuid = new Map<string, number>();
  let inFlight = 0;
  let stats = fresh();
  const leave = (uuid: string | null): void => {
    inFlight -= 1;
    if (uuid === null) return;
    const left = (perUuid.get(uuid) ?? 1) - 1;
    if (left === 0) perUuid.delete(uuid);
    else perUuid.set(uuid, left);
  };
  return {
    enter: (uuid) => {
      stats.requests += 1;
      inFlight += 1;
      stats.maxInFlight = Math.max(stats.maxInFlight, inFlight);
      if (uuid !== null) {
        const now = (perUuid.get(uuid) ?? 0) + 1;
        perUuid.set(uuid, now);
        stats.maxInFlightPerUuid = Math.max(stats.maxInFlightPerUuid, now);
      }
      let entered = true;
      return () => {
        if (entered) leave(uuid);
        entered = false;
      };
    },
    count: (counter) => void (stats[counter] += 1),
    stats: () => ({ ...stats }),
    reset: () => void (stats = fresh()),
  };
};
