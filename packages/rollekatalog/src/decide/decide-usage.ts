import type { UsageState } from '../usage-state.ts';
import { decideLeftRow, decideRow, type Storable } from './decide-row.ts';
import { decideLink, type LinkRules } from './decide-link.ts';
import type { LinkPlan } from './link-plan.ts';
import type { NewHolder, RowPlan } from './row-plan.ts';
import type { Snapshot } from './snapshot.ts';

export interface UsageRules extends LinkRules {
  readonly storable: Storable;
}

/** Everything one usage wants written. */
export interface UsagePlan {
  /** The system's name and holders once all this is written. */
  readonly name: string;
  readonly holders: readonly NewHolder[];
  readonly rows: readonly RowPlan[];
  readonly links: readonly LinkPlan[];
}

/**
 * Pure: the plan for one usage against what Rollekatalog holds (sync-rules §2). The usage is the key: rows it has left are told so.
 * null = what was read is older than what has been applied: it is to be left alone.
 */
export const decideUsage = (usage: UsageState, snapshot: Snapshot, rules: UsageRules): UsagePlan | null => {
  const targets = snapshot.ofSystem(usage.system.uuid);
  if (isStale(usage, snapshot)) return null;
  const left = snapshot.ofUsage(usage.uuid).filter((row) => row.systemUuid !== usage.system.uuid);
  const [target = null, ...duplicates] = targets;
  const first = decideRow(target, usage, rules.storable);
  const inUse = [first, ...duplicates.map((row) => decideRow(row, usage, rules.storable))];
  const links = inUse.flatMap(({ row, systemUuid, holders }) =>
    row === null ? [] : snapshot.linkedTo(row.id).map((link) => decideLink(link, systemUuid, holders, rules)),
  );
  return { name: first.name, holders: first.holders, rows: [...inUse, ...left.map(decideLeftRow)], links };
};

/**
 * Older than what was applied, or from before the deletion of this usage; or the system is in use by a usage that changed later: an organisation has one usage
 * per system, so this one was deleted or moved meanwhile. Equal times are applied: validity, names and e-mails change without a new one.
 */
const isStale = (usage: UsageState, snapshot: Snapshot): boolean => {
  const seen = snapshot.seen(usage.uuid);
  if (seen !== undefined && (usage.lastModified < seen.lastModified || (seen.deleted && usage.lastModified === seen.lastModified)))
    return true;
  return snapshot.ofSystem(usage.system.uuid).some(({ usageUuid }) => {
    if (usageUuid === null || usageUuid === usage.uuid) return false;
    const other = snapshot.seen(usageUuid);
    return other !== undefined && !other.deleted && other.lastModified > usage.lastModified;
  });
};
