import type { Latency, Simulator } from '../simulator.ts';
import type { Charset } from './database.ts';
import type { Fault } from './fault.ts';
import type { FkContent } from './fk.ts';
import type { LoggedOperation } from './operation-log.ts';
import type { QueueRow } from './queue-row.ts';
import type { TickSummary } from './schedule.ts';
import type { Os2syncSwitches } from './switches.ts';
import type { Os2syncStats } from './traffic.ts';
import type { FailureRow } from './worker.ts';

/** What FK is to hold at first: registrations as OS2sync takes them; properties left out are null or []. */
export interface FkSeed {
  readonly orgunits?: readonly unknown[];
  readonly users?: readonly unknown[];
}

export interface Os2syncSimulatorOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  /** The municipality FK knows. Another one's operations are queued and then fail, as in the real thing. Absent: every one is known. */
  readonly cvr?: string;
  /** Absent: no key is asked for. */
  readonly apiKey?: string;
  readonly latency?: Latency;
  /** `immediate` (default): an operation takes effect before it is answered. `ticks`: OS2sync's real queue, one `tick()` = one minute. */
  readonly processing?: 'immediate' | 'ticks';
  /** With `ticks`: a tick of its own every so many milliseconds. */
  readonly tickEveryMs?: number;
  readonly fk?: FkSeed;
  /** How long a hierarchy takes, in milliseconds; default 0. */
  readonly hierarchyMs?: number;
  /** How long a finished hierarchy can be fetched; default one hour. */
  readonly hierarchyLifetimeMs?: number;
  /** Character set of OS2sync's database; latin1 refuses an emoji. Default utf8mb4. */
  readonly charset?: Charset;
  readonly switches?: Partial<Os2syncSwitches>;
}

/** OS2sync with FK Organisation behind it. Every method has an address under `/_sim/` too, so that another process can use it. */
export interface Os2syncSimulator extends Simulator {
  /** What is active in FK, full registrations sorted by uuid. GET /_sim/state */
  state(): FkContent;
  /** Replaces FK's content; empties queue, success and failure tables. PUT /_sim/state */
  setState(seed: FkSeed): void;
  /** Operations in order of arrival, whatever the answer. GET /_sim/log, DELETE /_sim/log */
  log(): readonly LoggedOperation[];
  clearLog(): void;
  /** GET /_sim/stats, POST /_sim/reset-stats */
  stats(): Os2syncStats;
  resetStats(): void;
  /** POST /_sim/faults (one or a list), GET, DELETE. Clearing lets waiting rows go on in `immediate` mode. */
  addFaults(...faults: readonly Fault[]): void;
  clearFaults(): void;
  /** One run of the minute job. POST /_sim/tick */
  tick(): TickSummary;
  /** Rows not done yet. GET /_sim/queue */
  queue(): readonly QueueRow[];
  /** What OS2sync gave up on, invisible to its clients. GET /_sim/failures */
  failures(): readonly FailureRow[];
}
