import type { ApiCall } from './api-call.ts';
import type { Charset } from './database.ts';
import { createFaultBox, type FaultBox } from './fault-box.ts';
import { createFk, type Fk } from './fk.ts';
import { createHierarchyJobs, type HierarchyJobs } from './hierarchy-jobs.ts';
import { createOperationLog, type OperationLog } from './operation-log.ts';
import type { Os2syncSimulatorOptions } from './os2sync-simulator.ts';
import type { QueueRow } from './queue-row.ts';
import { createSchedule, type Schedule } from './schedule.ts';
import { ALL_FEATURES } from './switches.ts';
import { createTraffic, type Traffic } from './traffic.ts';
import { createWorker, type Worker } from './worker.ts';

/** Everything behind the HTTP server. */
export interface Backend {
  readonly fk: Fk;
  readonly faults: FaultBox;
  readonly traffic: Traffic;
  readonly log: OperationLog;
  readonly worker: Worker;
  readonly schedule: Schedule;
  readonly hierarchies: HierarchyJobs;
  readonly charset: Charset;
  /** The key is right and there is a cvr; whether anybody knows that cvr is not asked here. */
  authorised(call: ApiCall): boolean;
  /** Commits a row to the queue. In `immediate` mode what can be done is done before this returns. */
  enqueue(make: (id: number) => QueueRow): void;
}

const HOUR_MS = 3_600_000;

export const createBackend = (options: Os2syncSimulatorOptions): Backend => {
  const fk = createFk({ ...ALL_FEATURES, ...options.switches });
  const faults = createFaultBox();
  const traffic = createTraffic();
  const knows = (cvr: string): boolean => options.cvr === undefined || cvr === options.cvr;
  const worker = createWorker({ fk, faults, onSkip: () => traffic.count('skipped'), knows });
  const schedule = createSchedule(worker);
  let lastId = 0;
  return {
    fk,
    faults,
    traffic,
    worker,
    schedule,
    log: createOperationLog(),
    hierarchies: createHierarchyJobs(options.hierarchyMs ?? 0, options.hierarchyLifetimeMs ?? HOUR_MS),
    charset: options.charset ?? 'utf8mb4',
    authorised: (call) => (options.apiKey === undefined || call.apiKey === options.apiKey) && call.cvr !== '',
    enqueue: (make) => {
      lastId += 1;
      schedule.enqueue(make(lastId));
      if (options.processing !== 'ticks') schedule.drain();
    },
  };
};
