import type { OrgUnitRow, QueueRow, UserRow } from './queue-row.ts';
import { createRowQueue } from './row-queue.ts';
import type { Outcome, Worker } from './worker.ts';

const BATCH = 4;
const USERS_PER_TICK = 100;
const AFTER_TEMPORARY_FAILURE = 20;
/** Back-off is 30 s, 1 min, then 2 min after every temporary failure. A tick is a minute, so only the last skips one. */
const TICKS_SKIPPED = [0, 0, 1];

export interface TickSummary {
  readonly orgunits: number;
  readonly users: number;
  /** Whether a temporary failure or a poison row ended it early, or back-off kept it from starting. */
  readonly aborted: boolean;
}

/** OS2sync's queue tables and the job that works on them once a minute (facts/os2sync.md §3.2). */
export interface Schedule {
  enqueue(row: Readonly<QueueRow>): void;
  /** One run of the minute job with all its limits. */
  tick(): TickSummary;
  /** Everything that can be done now, without limits: the `immediate` mode. Poison rows are passed over. */
  drain(): void;
  waiting(): readonly QueueRow[];
  clear(): void;
}

type Aborted = boolean;

export const createSchedule = (worker: Worker): Schedule => {
  const units = createRowQueue<OrgUnitRow>();
  const users = createRowQueue<UserRow>();
  let failuresInARow = 0;
  let ticksToSkip = 0;

  const settle = (row: QueueRow, outcome: Outcome): void => {
    const queue = row.kind === 'orgunit' ? units : users;
    if (outcome === 'temporary' && row.kind === 'user') users.reprioritise(row.id, AFTER_TEMPORARY_FAILURE);
    else if (outcome !== 'temporary' && outcome !== 'poison') queue.remove(row.id);
    if (outcome === 'done') failuresInARow = 0;
  };

  /** Only the first batch of a run is freed of older rows of the same uuid. */
  const newestPerUuid = <R extends QueueRow>(batch: readonly R[]): readonly R[] =>
    batch.filter((row) => {
      const newer = batch.some((other) => other.uuid === row.uuid && other.id > row.id);
      if (newer) (row.kind === 'orgunit' ? units : users).remove(row.id);
      return !newer;
    });

  const run = (queue: { peek(count: number): readonly QueueRow[] }, limit: number): { taken: number; aborted: Aborted } => {
    let taken = 0;
    for (let first = true; taken < limit; first = false) {
      const fetched = queue.peek(BATCH);
      if (fetched.length === 0) return { taken, aborted: false };
      const outcomes = (first ? newestPerUuid(fetched) : fetched).map((row) => {
        const outcome = worker.process(row);
        settle(row, outcome);
        return outcome;
      });
      taken += outcomes.length;
      if (outcomes.includes('temporary')) {
        ticksToSkip = TICKS_SKIPPED[Math.min(failuresInARow, TICKS_SKIPPED.length - 1)] ?? 0;
        failuresInARow += 1;
      }
      if (outcomes.includes('temporary') || outcomes.includes('poison')) return { taken, aborted: true };
    }
    return { taken, aborted: false };
  };

  const drainQueue = (queue: { peek(count: number, from?: number): readonly QueueRow[] }): Aborted => {
    let passed = 0;
    for (;;) {
      const row = queue.peek(1, passed)[0];
      if (!row) return false;
      const outcome = worker.process(row);
      settle(row, outcome);
      if (outcome === 'temporary') return true;
      if (outcome === 'poison') passed += 1;
    }
  };

  return {
    enqueue: (row) => (row.kind === 'orgunit' ? units.add(row) : users.add(row)),
    tick: () => {
      if (ticksToSkip > 0) {
        ticksToSkip -= 1;
        return { orgunits: 0, users: 0, aborted: true };
      }
      const first = run(units, Infinity);
      if (first.aborted) return { orgunits: first.taken, users: 0, aborted: true };
      const second = run(users, USERS_PER_TICK);
      return { orgunits: first.taken, users: second.taken, aborted: second.aborted };
    },
    drain: () => void (drainQueue(units) || drainQueue(users)),
    waiting: () => [...units.peek(Infinity), ...users.peek(Infinity)],
    clear: () => {
      units.clear();
      users.clear();
      failuresInARow = 0;
      ticksToSkip = 0;
    },
  };
};
