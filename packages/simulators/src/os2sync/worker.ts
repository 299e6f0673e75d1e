import type { FaultBox } from './fault-box.ts';
import type { Fk } from './fk.ts';
import { FkRejection, fkRejection } from './fk-rejection.ts';
import type { QueueRow, UserRow } from './queue-row.ts';
import { comparable } from './same-user.ts';

/** done, skipped and failed rows leave the queue; temporary and poison ones stay. */
export type Outcome = 'done' | 'skipped' | 'failed' | 'temporary' | 'poison';

/** A row of failure_orgunits or failure_users: what no client of the REST API ever sees. */
export interface FailureRow {
  readonly kind: 'orgunit' | 'user';
  readonly uuid: string;
  readonly operation: string;
  readonly error: string;
}

export interface Worker {
  process(row: QueueRow): Outcome;
  failures(): readonly FailureRow[];
  /** Forgets what succeeded and failed. */
  reset(): void;
}

export interface WorkerParts {
  readonly fk: Fk;
  readonly faults: FaultBox;
  readonly onSkip: () => void;
  /** Whether FK's dictionary has this municipality. */
  readonly knows: (cvr: string) => boolean;
}

/** Position names of 201–255 characters fit the queue table but neither success nor failure table: the row can never leave. */
const isPoison = (row: QueueRow): boolean =>
  row.kind === 'user' && (row.registration?.Positions ?? []).some((position) => [...(position.Name ?? '')].length > 200);

/** OS2sync's worker for one row (facts/os2sync.md §3.3, §3.4). */
export const createWorker = ({ fk, faults, onSkip, knows }: WorkerParts): Worker => {
  const lastSuccess = new Map<string, string>();
  let failures: FailureRow[] = [];

  const unchanged = (row: UserRow): boolean => !row.bypassCache && lastSuccess.get(row.uuid) === comparable(row);

  const faultFor = (row: QueueRow): Outcome | null => {
    const fault = faults.take(
      { kind: row.kind, uuid: row.uuid },
      (kind) => kind === 'fk-outage' || kind === 'sts-outage' || kind === 'fk-40',
    );
    if (fault?.kind === 'fk-outage') return 'temporary';
    if (fault?.kind === 'sts-outage') throw new FkRejection('Could not establish connection to the token service');
    if (fault?.kind === 'fk-40')
      throw fkRejection(row.kind === 'user' ? 'bruger/6.Import' : 'organisationenhed/6.Ret', 40, 'rejected on request');
    return null;
  };

  const carryOut = (row: QueueRow): Outcome => {
    if (!knows(row.cvr)) throw new FkRejection(`The given key '${row.cvr}' was not present in the dictionary.`);
    const fault = faultFor(row);
    if (fault !== null) return fault;
    fk.apply(row);
    if (row.kind === 'user') lastSuccess.set(row.uuid, comparable(row));
    return 'done';
  };

  return {
    process: (row) => {
      if (isPoison(row)) return 'poison';
      if (row.kind === 'user' && unchanged(row)) {
        onSkip();
        return 'skipped';
      }
      try {
        return carryOut(row);
      } catch (error) {
        if (!(error instanceof FkRejection)) throw error;
        failures.push({ kind: row.kind, uuid: row.uuid, operation: row.operation, error: error.message });
        return 'failed';
      }
    },
    failures: () => failures,
    reset: () => {
      lastSuccess.clear();
      failures = [];
    },
  };
};
