import type { Uuid } from '@os2bridge/model';
import type { RowCounters } from './database/count-rows.ts';
import type { UserIndex } from './match/user-index.ts';
import type { Applied } from './store/apply-usage.ts';
import type { UsageDeletion } from './store/apply-usage-deletion.ts';
import type { ExplainedUsage } from './store/explain-usage.ts';
import type { UsagesPlan } from './store/plan-usages.ts';
import type { Rematched, RematchOptions } from './store/rematch.ts';
import type { ReportRow } from './store/report-rows.ts';
import type { WatermarkKey } from './store/watermarks.ts';
import type { UsageState } from './usage-state.ts';

/**
 * Kitos' part of one OS2rollekatalog (2026r3). Everything that writes is a delta in short transactions: what is as it should be is not touched, and
 * doing it twice or in another order changes nothing. Any number of workers, in any number of processes, may work on it.
 *
 * Every method throws RollekatalogError (a BridgeError): `rollekatalog-schema`, `rollekatalog-login`, `rollekatalog-tls` (pause), `rollekatalog-down`, `rollekatalog-busy`
 * (later), `rollekatalog-refused` (never).
 */
export interface RollekatalogStore {
  /** Connects, and looks at the schema; every other method does so first, once. */
  check(): Promise<void>;
  /** One usage as Kitos has it: system, holders, owners, responsibles and what hangs on them. */
  applyUsage(usage: UsageState): Promise<Applied>;
  /** A usage that Kitos has deleted: its system turns inactive. */
  applyUsageDeletion(deletion: UsageDeletion): Promise<Applied>;
  /** A system that Kitos has deleted: its row goes. */
  applySystemDeletion(system: Uuid): Promise<Applied>;
  /** Stored holders against today's users. */
  rematch(options?: RematchOptions): Promise<Rematched>;
  /** What `applyUsage` would do to each, and which usages Rollekatalog has besides; for the full listing and the dry run. */
  planUsages(usages: readonly UsageState[]): Promise<UsagesPlan>;
  explainUsage(usage: Uuid): Promise<ExplainedUsage | null>;
  report(): Promise<readonly ReportRow[]>;
  /** Links an IT system to a Kitos system, or (null) unlinks it. */
  linkItSystem(itSystem: number, system: Uuid | null): Promise<Applied>;
  readWatermark(key: WatermarkKey): Promise<string | null>;
  /** Never back. Returns whether it moved. */
  advanceWatermark(key: WatermarkKey, at: string): Promise<boolean>;
  /** Rollekatalog's users, ready for `matchHolder`; at most a minute old. */
  users(): Promise<UserIndex>;
  readonly counters: Readonly<RowCounters>;
  /** Ends the connections; those of a pool that was given stay. */
  close(): Promise<void>;
}
