import type { RunRecord } from '@os2bridge/jobs';

/** How far a run is: `done` of `total` jobs of its present phase, and the phase in words. */
export interface RunProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

const PHASES = {
  waiting: 'waits for a worker',
  planning: 'reading OS2MO',
  applying: 'sending',
  deleting: 'deleting',
  verifying: 'verifying',
  done: 'done',
  partial: 'done, with failures',
  failed: 'failed',
  'awaiting-approval': 'waits for an approval',
} as const satisfies Record<RunRecord['state'], string>;

/** Reads the progress off a run record. While it is being planned the total still grows. */
export const progressOf = ({
  state,
  scope,
  counters,
  pending,
}: Pick<RunRecord, 'state' | 'scope' | 'counters' | 'pending'>): RunProgress => {
  const objects = scope.kind === 'full' ? counters.jobs : scope.orgunits.length + scope.users.length;
  const total = Math.max(state === 'deleting' ? counters.delete : objects, pending);
  return { phase: PHASES[state], done: state === 'waiting' ? 0 : total - pending, total };
};
