import { setTimeout as pause } from 'node:timers/promises';

export interface EventuallyOptions {
  /** How long the outcome may take, in milliseconds. Default 10,000. */
  timeoutMs?: number;
  /** Time between two looks, in milliseconds. Default 25. */
  intervalMs?: number;
}

/**
 * Waits for an outcome: runs the assertion until it no longer throws and returns what it returned.
 * When time is up the last error is thrown as it was, so that the test shows what was still wrong.
 */
export const eventually = async <T>(assertion: () => T | Promise<T>, options: EventuallyOptions = {}): Promise<T> => {
  const { timeoutMs = 10_000, intervalMs = 25 } = options;
  const end = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() >= end) throw error;
    }
    await pause(intervalMs);
  }
};
