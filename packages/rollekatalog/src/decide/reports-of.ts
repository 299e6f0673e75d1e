import { matchHolder } from '../match/match-holder.ts';
import type { UserIndex } from '../match/user-index.ts';
import type { Report } from '../report.ts';
import { holderRole, type UsageState } from '../usage-state.ts';
import type { KitosRow } from '../read/kitos-row.ts';
import type { UsagePlan, UsageRules } from './decide-usage.ts';
import type { NewHolder } from './row-plan.ts';
import type { Snapshot } from './snapshot.ts';

/** Holders of a linked system that have no user, and roles nobody holds. */
export const reportsOfHolders = (
  system: UsageState['system']['uuid'],
  holders: readonly NewHolder[],
  users: UserIndex,
): readonly Report[] =>
  holderRole.options.flatMap((role): readonly Report[] => {
    const inRole = holders.filter((holder) => holder.role === role);
    if (inRole.length === 0) return [{ code: 'vacant', system, role }];
    return inRole.flatMap((holder) => {
      const match = matchHolder(holder, users);
      return match.matched ? [] : [{ code: match.reason, system, role, holder: holder.uuid }];
    });
  });

/** What is worth knowing about one usage, beside what it changes. A system that nothing is linked to has no misses: nobody waits for its owners. */
export const reportsOfUsage = (
  usage: UsageState,
  snapshot: Snapshot,
  { holders }: Pick<UsagePlan, 'holders'>,
  { users, storable }: Pick<UsageRules, 'users' | 'storable'>,
): readonly Report[] => {
  const system = usage.system.uuid;
  const rows = snapshot.ofSystem(system);
  const isLinked = (row: KitosRow): boolean => snapshot.linkedTo(row.id).length > 0;
  const left = snapshot.ofUsage(usage.uuid).filter((row) => row.systemUuid !== system && isLinked(row));
  const inactive = [...(usage.valid ? [] : rows.filter(isLinked)), ...left].map((row) => row.systemUuid);
  const unlike = (text: string | null): boolean => storable(text) !== (text ?? '').trim();
  return [
    ...(rows.length > 1 ? [{ code: 'duplicate-system', system } as const] : []),
    ...[...new Set(inactive)].map((one) => ({ code: 'inactive', system: one }) as const),
    ...usage.holders.flatMap(({ role, uuid: holder, name, email, listed }): readonly Report[] => [
      ...(listed ? [] : [{ code: 'unlisted', system, role, holder } as const]),
      ...(unlike(name) || unlike(email) ? [{ code: 'text-cut', system, role, holder } as const] : []),
    ]),
    ...(rows.some(isLinked) ? reportsOfHolders(system, holders, users) : []),
  ];
};
