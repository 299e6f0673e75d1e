import type { Logger } from '@os2bridge/logging';
import type { MysqlPool } from 'kysely';
import { classifyError, errnoOf } from './database/classify-error.ts';
import { openDatabase, type RollekatalogConnection } from './database/open-database.ts';
import { createStorable } from './database/storable.ts';
import type { OnNoMatch } from './decide/decide-link.ts';
import { createSeenTable } from './read/seen.ts';
import { createUserCache } from './read/user-cache.ts';
import type { RollekatalogStore } from './rollekatalog-store.ts';
import { checkSchema } from './schema/check-schema.ts';
import { applySystemDeletion } from './store/apply-system-deletion.ts';
import { applyUsage } from './store/apply-usage.ts';
import { applyUsageDeletion } from './store/apply-usage-deletion.ts';
import { explainUsage } from './store/explain-usage.ts';
import { linkItSystem } from './store/link-it-system.ts';
import { planUsages } from './store/plan-usages.ts';
import { rematch } from './store/rematch.ts';
import { reportRows } from './store/report-rows.ts';
import type { StoreContext } from './store/store-context.ts';
import { advanceWatermark, readWatermark } from './store/watermarks.ts';
import { usageState } from './usage-state.ts';

export interface RollekatalogStoreOptions {
  /** How to connect, or a mysql2 pool, which stays its owner's. */
  readonly connection: RollekatalogConnection | { readonly pool: MysqlPool };
  readonly logger: Logger;
  /** The bridge's own database on the same server (deploy/rollekatalog-grants.sql). Default `os2bridge`. */
  readonly ownDatabase?: string;
  /** `rollekatalog.on_no_match`. Default `empty`. */
  readonly onNoMatch?: OnNoMatch;
}

/** Long enough for a burst of jobs; a user who comes or goes within it is caught by the next re-match at the latest. */
const USERS_MAX_AGE_MS = 60_000;

/** A row points at a user who has just been deleted for good. */
const NO_SUCH_USER = 1452;

/** The store; it connects with the first call. Contract: `RollekatalogStore`. */
export const createRollekatalogStore = (options: RollekatalogStoreOptions): RollekatalogStore => {
  const { logger, ownDatabase = 'os2bridge', onNoMatch = 'empty' } = options;
  const database = openDatabase(options.connection);
  let opening: Promise<StoreContext> | undefined;

  const open = async (): Promise<StoreContext> => {
    const { characterSet } = await checkSchema(database.db, ownDatabase);
    const users = createUserCache(database.db, USERS_MAX_AGE_MS);
    return { ...database, seen: createSeenTable(ownDatabase), users, storable: createStorable(characterSet), onNoMatch, logger };
  };
  const opened = async (): Promise<StoreContext> => {
    opening ??= open();
    const mine = opening;
    try {
      return await mine;
    } catch (error) {
      // A database that is back, or upgraded, is looked at again.
      if (opening === mine) opening = undefined;
      throw error;
    }
  };

  const run = async <T>(subject: string, work: (context: StoreContext) => Promise<T>): Promise<T> => {
    try {
      const context = await opened();
      try {
        return await work(context);
      } catch (error) {
        if (errnoOf(error) !== NO_SUCH_USER) throw error;
        logger.debug('A matched user has just been deleted: reading the users again', { subject });
        await context.users.refresh();
        return await work(context);
      }
    } catch (error) {
      throw classifyError(error, subject);
    }
  };

  return {
    check: () => run('the schema check', () => Promise.resolve()),
    applyUsage: (usage) => run(`Kitos usage ${usage.uuid}`, (context) => applyUsage(context, usageState.parse(usage))),
    applyUsageDeletion: (deletion) => run(`Kitos usage ${deletion.usage}`, (context) => applyUsageDeletion(context, deletion)),
    applySystemDeletion: (system) => run(`Kitos system ${system}`, (context) => applySystemDeletion(context, system)),
    rematch: (rematchOptions) => run('the re-match', (context) => rematch(context, rematchOptions)),
    planUsages: (usages) => run('the plan', (context) => planUsages(context, usageState.array().parse(usages))),
    explainUsage: (usage) => run(`Kitos usage ${usage}`, (context) => explainUsage(context, usage)),
    report: () => run('the report', reportRows),
    linkItSystem: (itSystem, system) => run(`IT system ${itSystem}`, (context) => linkItSystem(context, itSystem, system)),
    readWatermark: (key) => run(`setting ${key}`, (context) => readWatermark(context, key)),
    advanceWatermark: (key, at) => run(`setting ${key}`, (context) => advanceWatermark(context, key, at)),
    users: () => run('the users', (context) => context.users.get()),
    counters: database.counters,
    close: database.close,
  };
};
