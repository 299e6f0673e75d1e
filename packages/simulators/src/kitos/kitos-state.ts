import { createChangeDesk, type ChangeDesk } from './change/change-desk.ts';
import { kitosDatasetSchema, type KitosDatasetInput } from './dataset/kitos-dataset.ts';
import { loadTables } from './dataset/load-tables.ts';
import { createKitosFaults, type KitosFaults } from './http/faults.ts';
import { createRefusals, type Refusals } from './http/refusals.ts';
import { createKitosTraffic, type KitosTraffic } from './http/traffic.ts';
import { createGate, type Gate } from './login/gate.ts';
import { DEFAULT_ACCOUNT, type KitosAccount } from './login/kitos-account.ts';
import type { KitosTables } from './tables/kitos-tables.ts';
import { homeOrganisation } from './tables/home-organisation.ts';
import { createKitosClock, type KitosClock } from './time/kitos-clock.ts';
import { formatTicks } from './time/ticks.ts';
import type { WireContext } from './wire/wire-context.ts';

/** One simulated Kitos, without its HTTP server. */
export interface KitosState {
  readonly clock: KitosClock;
  readonly gate: Gate;
  readonly desk: ChangeDesk;
  readonly faults: KitosFaults;
  readonly traffic: KitosTraffic;
  readonly refuse: Refusals;
  tables(): KitosTables;
  account(): KitosAccount;
  setAccount(changes: Partial<KitosAccount>): void;
  load(dataset: KitosDatasetInput): void;
  context(): WireContext;
}

export interface KitosStateOptions {
  readonly dataset: KitosDatasetInput;
  readonly account: Partial<KitosAccount>;
  readonly next: boolean;
  readonly now: string | null;
  readonly tokenLifetimeMs: number;
}

export const createKitosState = (options: KitosStateOptions): KitosState => {
  const first = kitosDatasetSchema.parse(options.dataset);
  const now = options.now ?? first.meta.now ?? null;
  const clock = createKitosClock(now === null ? null : Date.parse(now));
  let tables = loadTables(first);
  let account: KitosAccount = { ...DEFAULT_ACCOUNT, ...options.account };
  const { next } = options;
  return {
    clock,
    gate: createGate(() => account, clock, options.tokenLifetimeMs),
    desk: createChangeDesk(() => tables, clock),
    faults: createKitosFaults(),
    traffic: createKitosTraffic(),
    refuse: createRefusals(next),
    tables: () => tables,
    account: () => account,
    setAccount: (changes) => {
      account = { ...account, ...changes };
    },
    load: (dataset) => {
      tables = loadTables(kitosDatasetSchema.parse(dataset));
    },
    context: () => ({
      tables,
      account,
      own: account.organisations ?? [homeOrganisation(tables.organisations)],
      next,
      nowMs: clock.nowMs(),
      time: (ticks) => formatTicks(ticks, next ? 6 : 7),
    }),
  };
};
