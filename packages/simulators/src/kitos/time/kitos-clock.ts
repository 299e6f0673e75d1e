import { TICKS_PER_MS, type Ticks } from './ticks.ts';

/** The simulated server's clock: the real one, or one that stands still until it is set. */
export interface KitosClock {
  /** Epoch ms. */
  nowMs(): number;
  /** null = the real clock again. */
  set(ms: number | null): void;
  /** The time of a change: later than every one before, by one step of 100 ns if need be. */
  stamp(): Ticks;
}

export const createKitosClock = (frozenAt: number | null): KitosClock => {
  let frozen = frozenAt;
  let last = 0n;
  const nowMs = (): number => frozen ?? Date.now();
  return {
    nowMs,
    set: (ms) => {
      frozen = ms;
      last = 0n;
    },
    stamp: () => {
      const now = BigInt(nowMs()) * TICKS_PER_MS;
      last = now > last ? now : last + 1n;
      return last;
    },
  };
};
