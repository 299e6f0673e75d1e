/** The simulator's time, epoch ms: the real one, or one that stands still until it is set. */
export interface Clock {
  now(): number;
  /** null = the real clock again. */
  set(instant: number | null): void;
}

export const createClock = (frozenAt: number | null): Clock => {
  let frozen = frozenAt;
  return {
    now: () => frozen ?? Date.now(),
    set: (instant) => {
      frozen = instant;
    },
  };
};
