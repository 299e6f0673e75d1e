import type { LevelName } from './log-level.ts';

/** One line before it is written, redacted. */
export interface Entry {
  readonly time: Date;
  readonly level: LevelName;
  readonly message: string;
  /** What the line belongs to: app, municipality, run, job. */
  readonly scope: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, unknown>>;
}
