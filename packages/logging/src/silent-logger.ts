import type { Logger } from './logger.ts';

/** A logger that goes nowhere, for tests. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLogger,
  close: async () => undefined,
};
