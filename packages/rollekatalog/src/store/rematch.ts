import type { Uuid } from '@os2bridge/model';
import type { Change } from '../change.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { classifyError } from '../database/classify-error.ts';
import { changesOfLink } from '../decide/changes-of.ts';
import { decideLink, type LinkRules } from '../decide/decide-link.ts';
import { reportsOfHolders } from '../decide/reports-of.ts';
import type { LinkPlan } from '../decide/link-plan.ts';
import type { KitosRow } from '../read/kitos-row.ts';
import type { LinkedSystem } from '../read/linked-system.ts';
import { readKitosRows } from '../read/read-kitos-rows.ts';
import { readLinkedSystems } from '../read/read-linked-systems.ts';
import type { Report } from '../report.ts';
import { writeLink } from '../write/write-link.ts';
import type { StoreContext } from './store-context.ts';

export interface RematchOptions {
  /** Say what would change and write nothing. */
  readonly dryRun?: boolean;
  /** Stops between two systems, with its reason. */
  readonly signal?: AbortSignal;
  /** After each linked Kitos system. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Rematched {
  /** Kitos systems that something is linked to. */
  readonly systems: number;
  readonly changed: number;
  readonly changes: readonly Change[];
  readonly reports: readonly Report[];
  /** Systems that could not be written; the others were. */
  readonly failed: readonly { readonly system: Uuid; readonly error: unknown }[];
}

/**
 * Matches the stored holders of every linked system against Rollekatalog's users of this moment, without Kitos (sync-rules §2). Reads once, and opens
 * a transaction only for a system that differs. One that fails does not keep the others; a lost connection ends it.
 */
export const rematch = async (context: StoreContext, { dryRun = false, signal, onProgress }: RematchOptions = {}): Promise<Rematched> => {
  const rules = { users: await context.users.refresh(), onNoMatch: context.onNoMatch };
  const links = await readLinkedSystems(context.db, 'all');
  const linked = new Set(links.map((link) => link.rowId));
  const rows = (await readKitosRows(context.db, 'all')).filter((row) => linked.has(row.id));
  const result = {
    systems: rows.length,
    changed: 0,
    changes: [] as Change[],
    reports: [] as Report[],
    failed: [] as { system: Uuid; error: unknown }[],
  };
  for (const [done, row] of rows.entries()) {
    signal?.throwIfAborted();
    if (!row.active) result.reports.push({ code: 'inactive', system: row.systemUuid });
    result.reports.push(...reportsOfHolders(row.systemUuid, row.holders, rules.users));
    try {
      const planned = changesFor(plansFor(row, links, rules));
      const changes = dryRun || planned.length === 0 ? planned : await rematchRow(context, row, rules);
      result.changes.push(...changes);
      if (changes.length > 0) result.changed += 1;
    } catch (caught) {
      const error = classifyError(caught, `Kitos system ${row.systemUuid}`);
      if (!isOfThisSystem(error)) throw error;
      result.failed.push({ system: row.systemUuid, error });
    }
    onProgress?.(done + 1, rows.length);
  }
  return result;
};

const isOfThisSystem = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'rollekatalog-refused' || error.code === 'rollekatalog-busy');

const plansFor = (row: KitosRow, links: readonly LinkedSystem[], rules: LinkRules): readonly LinkPlan[] =>
  links.filter((link) => link.rowId === row.id).map((link) => decideLink(link, row.systemUuid, row.holders, rules));

const changesFor = (plans: readonly LinkPlan[]): readonly Change[] => plans.flatMap(changesOfLink);

/** Reads again under the lock: what was planned may have been done meanwhile, or undone. */
const rematchRow = (context: StoreContext, { systemUuid }: KitosRow, rules: LinkRules): Promise<readonly Change[]> =>
  inTransaction(context, async (trx) => {
    await context.seen.lock(trx, systemUuid);
    const rows = await readKitosRows(trx, { systems: [systemUuid], usages: [] }, { lock: true });
    const links = await readLinkedSystems(
      trx,
      rows.map(({ id }) => id),
      { lock: true },
    );
    const changes: Change[] = [];
    for (const row of rows) {
      const plans = plansFor(row, links, rules);
      for (const plan of plans) await writeLink(trx, plan, { uuid: row.systemUuid, name: row.name });
      changes.push(...changesFor(plans));
    }
    return changes;
  });
