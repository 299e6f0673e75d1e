import type { RunRecord } from '@os2bridge/jobs';

/** Shows how a run goes on. */
export interface Progress {
  show(record: RunRecord): void;
  /** Says something between two looks. */
  say(line: string): void;
  stop(): void;
}
