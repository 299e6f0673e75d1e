/** The levels of a line, in winston's counting: a smaller number is worse. */
export const LEVELS = { error: 0, warn: 1, info: 2, debug: 3 } as const;
export type LevelName = keyof typeof LEVELS;

/**
 * The least serious level that is logged under a number of Python's logging module: 10 and below debug, to 20 info, to 30 warn, above error.
 * Python's 50 would hide our errors, which no setting should: they are always logged.
 */
export const levelOf = (python: number): LevelName => {
  if (python <= 10) return 'debug';
  if (python <= 20) return 'info';
  return python <= 30 ? 'warn' : 'error';
};
