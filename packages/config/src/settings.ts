import type { OrgUnitTextField, Uuid } from '@os2bridge/model';

/** One row of the address table of org units: an address with this scope (and user key, and class) fills `field`. First match decides. */
export interface AddressRule {
  readonly scope: string;
  /** User key of the address type; absent = any. */
  readonly userKey?: string;
  /** Uuid of the address type; absent = any. */
  readonly class?: Uuid;
  readonly field: OrgUnitTextField;
}

/** How we log in to OS2MO: exactly one way. */
export type MoLogin =
  | { readonly kind: 'keycloak'; readonly server: string; readonly realm: string; readonly clientId: string; readonly clientSecret: string }
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'none' };

export interface MoSettings {
  /** `mora.base`, without a trailing slash. */
  readonly baseUrl: string;
  readonly graphqlVersion: 25 | 30;
  readonly login: MoLogin;
  readonly verifyTls: boolean;
  /** Objects per page. */
  readonly pageSize: number;
  readonly timeoutMs: number;
}

export interface Os2syncSettings {
  /** `os2sync.api_url`, ends in `/api`, without a trailing slash. */
  readonly apiUrl: string;
  readonly apiKey: string | null;
  readonly cvr: string;
  readonly verifyTls: boolean;
  readonly timeoutMs: number;
  /** Requests at once from one worker process. */
  readonly concurrency: number;
  /** How long we wait for OS2sync's hierarchy, and how often we ask. */
  readonly hierarchyTimeoutMs: number;
  readonly hierarchyPollMs: number;
}

/** Everything the pure rules depend on (sync-rules §1). Lists of uuids are lower-case. */
export interface RuleSettings {
  readonly topUnit: Uuid;
  readonly filteredUnits: readonly Uuid[];
  /** null = no hierarchy filter. */
  readonly hierarchyNames: readonly string[] | null;
  readonly ignoredLevels: readonly Uuid[];
  readonly ignoredTypes: readonly Uuid[];
  /** it systems, named by name, user key or uuid, in order of priority. */
  readonly uuidSystems: readonly string[];
  readonly userKeySystems: readonly string[];
  readonly addressRules: readonly AddressRule[];
  /** null = the key is absent in the settings: every class of the right scope (landline: none). [] = none. */
  readonly emailClasses: readonly Uuid[] | null;
  readonly phoneClasses: readonly Uuid[] | null;
  readonly landlineClasses: readonly Uuid[] | null;
  readonly syncManagers: boolean;
  readonly enableKle: boolean;
  readonly contactForTasks: boolean;
  readonly transferCpr: boolean;
  readonly extensionAsJobFunction: '1' | '3' | null;
  readonly groupByEngagement: boolean;
  /** Titles of the address types that may become a user's Location, in order of preference. */
  readonly engagementAddressTitles: readonly string[];
  readonly requireUserKey: boolean;
  /** Code points; 36 or more. */
  readonly truncateLength: number;
  readonly templates: { readonly personName: string | null; readonly personUserId: string | null };
}

export interface RedisSettings {
  /** `redis.url`: redis:// or rediss://, several separated by comma for Sentinel and Cluster. */
  readonly url: string;
  readonly mode: 'single' | 'sentinel' | 'cluster';
  /** Name of the master, with Sentinel. */
  readonly sentinelName: string | null;
  readonly verifyTls: boolean;
  /** Prefix of every key; `{os2bridge}` keeps all keys of a cluster in one slot. */
  readonly prefix: string;
}

export interface LogSettings {
  /** Python's numbers: 10 debug, 20 info, 30 warning, 40 error, 50 critical. */
  readonly level: number;
  readonly file: string | null;
}

export interface LedgerSettings {
  /** `os2sync.hash_cache`; null = the comparison is off and everything is sent. */
  readonly name: string | null;
  /** `os2bridge.hash_key`: secret key of the HMAC. */
  readonly hashKey: string;
}

/** How often a failed job is tried (`os2bridge.retry_attempts`) and how long before the second time (`os2bridge.retry_delay`); doubles each time. */
export interface RetrySettings {
  readonly attempts: number;
  readonly delayMs: number;
}

export interface ScheduleSettings {
  /** `crontab.RUN_OS2SYNC`. */
  readonly enabled: boolean;
  /** `os2sync.cron` as BullMQ's cron pattern, and as written. */
  readonly cron: string;
  readonly timezone: 'Europe/Copenhagen';
}

/** One municipality's settings, frozen. Nothing may assume that there is only one in a process. */
export interface Settings {
  readonly cvr: string;
  readonly mo: MoSettings;
  readonly os2sync: Os2syncSettings;
  readonly rules: RuleSettings;
  readonly redis: RedisSettings;
  readonly log: LogSettings;
  readonly ledger: LedgerSettings;
  readonly schedule: ScheduleSettings;
  readonly retry: RetrySettings;
  readonly autowash: boolean;
  /** `os2bridge.delete_limit`: objects of one kind in one run; null = the larger of 10 and 10 %. */
  readonly deleteLimit: number | null;
}
