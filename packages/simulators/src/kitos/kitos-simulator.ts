import type { Latency, Simulator } from '../simulator.ts';
import type { KitosChange } from './change/kitos-change.ts';
import type { KitosDataset, KitosDatasetInput } from './dataset/kitos-dataset.ts';
import type { KitosFault } from './http/faults.ts';
import type { KitosLogEntry, KitosStats } from './http/traffic.ts';
import type { KitosAccount } from './login/kitos-account.ts';

export interface KitosSimulatorOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly dataset?: KitosDatasetInput;
  /** What is left out is as in `DEFAULT_KITOS_ACCOUNT`. */
  readonly account?: Partial<KitosAccount>;
  readonly latency?: Latency;
  /** Where its clock stands, ISO 8601; default: the dataset's `meta.now`, else the real clock. */
  readonly now?: string;
  /** Default 24 hours. */
  readonly tokenLifetimeMs?: number;
  /** `framework` (default): os2kitos as of 2025. `next`: as the vendor's repository has become since (facts/kitos.md §9). */
  readonly version?: 'framework' | 'next';
}

/** A running OS2kitos, its REST API below `/api`. Every method has an address under `/_sim/` too, so that another process can use it. */
export interface KitosSimulator extends Simulator {
  /**
   * Does in Kitos what a person would do; each change is stamped and visible at once. POST /_sim/changes (one or a list).
   * Throws KitosRefusal for what Kitos refuses; the changes before it stay.
   */
  change(...changes: readonly KitosChange[]): void;
  /**
   * Changes whose transaction is slow: stamped now, visible when the returned function is called. POST /_sim/late-changes; POST /_sim/commit ends
   * all of them.
   */
  changeLate(...changes: readonly KitosChange[]): () => void;
  /** What is there now. GET /_sim/dataset */
  dataset(): KitosDataset;
  /** Forgets everything and loads another one; tokens stay. PUT /_sim/dataset */
  load(dataset: KitosDatasetInput): void;
  /** Revoke the flag, change the password … POST /_sim/account */
  setAccount(changes: Partial<KitosAccount>): void;
  /** Every token is void. POST /_sim/expire-tokens */
  expireTokens(): void;
  /** Sets the clock and stops it, ISO 8601; null = the real one again. POST /_sim/now */
  setNow(now: string | null): void;
  /** POST /_sim/faults (one or a list), GET, DELETE */
  addFaults(...faults: readonly KitosFault[]): void;
  clearFaults(): void;
  /** GET /_sim/stats, POST /_sim/reset-stats (the log too) */
  stats(): KitosStats;
  resetStats(): void;
  /** Requests in order of arrival. GET /_sim/log */
  log(): readonly KitosLogEntry[];
}
