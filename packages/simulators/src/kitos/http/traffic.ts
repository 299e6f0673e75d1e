import type { KitosSimOperation } from './faults.ts';

/** What was asked since the last reset; `/_sim/` itself does not count. */
export interface KitosStats {
  readonly requests: number;
  readonly byOperation: Readonly<Record<KitosSimOperation, number>>;
  readonly refusedLogins: number;
  /** Rows in all answers. */
  readonly rows: number;
  readonly maxInFlight: number;
}

/** One request, in order of arrival. */
export interface KitosLogEntry {
  readonly method: string;
  readonly path: string;
  readonly operation: KitosSimOperation;
  readonly query: Readonly<Record<string, string>>;
  /** Whether an Authorization header came along. */
  readonly authorised: boolean;
  /** null = no answer was sent. */
  status: number | null;
}

export interface KitosTraffic {
  /** A request has come; the result is told how it was answered (null = not at all). */
  enter(entry: Omit<KitosLogEntry, 'status'>): (status: number | null, rows?: number) => void;
  stats(): KitosStats;
  log(): readonly KitosLogEntry[];
  reset(): void;
}

/** The log keeps the last so many. */
const LOG_LENGTH = 10_000;

const noRequests = (): Record<KitosSimOperation, number> => ({
  login: 0,
  organisations: 0,
  users: 0,
  systems: 0,
  usages: 0,
  usage: 0,
  deletions: 0,
  'role-types': 0,
  other: 0,
});

/** Counts requests and keeps their log, in memory. */
export const createKitosTraffic = (): KitosTraffic => {
  let log: KitosLogEntry[] = [];
  let counts = { requests: 0, refusedLogins: 0, rows: 0, maxInFlight: 0 };
  let byOperation = noRequests();
  let inFlight = 0;
  return {
    enter: (entry) => {
      const { operation } = entry;
      const logged: KitosLogEntry = { ...entry, status: null };
      log.push(logged);
      if (log.length > LOG_LENGTH) log.shift();
      inFlight += 1;
      counts.requests += 1;
      counts.maxInFlight = Math.max(counts.maxInFlight, inFlight);
      byOperation[operation] += 1;
      let inside = true;
      return (status, rows = 0) => {
        if (!inside) return;
        inside = false;
        inFlight -= 1;
        logged.status = status;
        counts.rows += rows;
        if (operation === 'login' && status === 401) counts.refusedLogins += 1;
      };
    },
    stats: () => ({ ...counts, byOperation: { ...byOperation } }),
    log: () => log.map((entry) => ({ ...entry })),
    reset: () => {
      log = [];
      counts = { requests: 0, refusedLogins: 0, rows: 0, maxInFlight: 0 };
      byOperation = noRequests();
    },
  };
};
