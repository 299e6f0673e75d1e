import type { KitosAccount } from '../login/kitos-account.ts';
import type { KitosTables } from '../tables/kitos-tables.ts';
import type { Ticks } from '../time/ticks.ts';

/** What an answer is made from. */
export interface WireContext {
  readonly tables: KitosTables;
  readonly account: KitosAccount;
  /** Where the account has a role. */
  readonly own: readonly string[];
  /** The vendor's newer version (facts/kitos.md §9). */
  readonly next: boolean;
  readonly nowMs: number;
  /** A time as this version writes it: 100 ns, or microseconds from PostgreSQL. */
  readonly time: (ticks: Ticks) => string;
}
