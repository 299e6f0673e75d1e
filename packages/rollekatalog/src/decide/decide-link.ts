import type { Uuid } from '@os2bridge/model';
import { matchHolder } from '../match/match-holder.ts';
import type { UserIndex } from '../match/user-index.ts';
import type { LinkedSystem } from '../read/linked-system.ts';
import type { HolderRole } from '../usage-state.ts';
import type { LinkPlan, UserDelta } from './link-plan.ts';
import type { NewHolder } from './row-plan.ts';

/** What becomes of a field when a role has holders and none of them matches: empty = nobody (the default) · keep = the last ones stay (sync-rules §2). */
export type OnNoMatch = 'empty' | 'keep';

export interface LinkRules {
  readonly users: UserIndex;
  readonly onNoMatch: OnNoMatch;
}

/** What brings owners, responsibles and the attestations' collection of one IT system in line with the holders of its Kitos system, as differences. */
export const decideLink = (link: LinkedSystem, system: Uuid, holders: readonly NewHolder[], { users, onNoMatch }: LinkRules): LinkPlan => {
  const wanted = (role: HolderRole, now: readonly string[]): readonly string[] => {
    const inRole = holders.filter((holder) => holder.role === role);
    const matched = inRole.flatMap((holder) => {
      const match = matchHolder(holder, users);
      return match.matched ? [match.user.uuid] : [];
    });
    return matched.length === 0 && inRole.length > 0 && onNoMatch === 'keep' ? now : [...new Set(matched)];
  };
  const responsibles = wanted('SYSTEM_RESPONSIBLE', link.responsibles);
  const collection = delta(link.collection?.uuids ?? [], responsibles);
  return {
    link,
    system,
    owners: delta(link.owners, wanted('SYSTEM_OWNER', link.owners)),
    responsibles: delta(link.responsibles, responsibles),
    collection,
    backFill: responsibles.length > 0 && (link.collection === null || collection.add.length + collection.remove.length > 0),
  };
};

/** Never takes out and puts in the same user: the unique keys would not have it within one flush, and it is no change. */
const delta = (now: readonly string[], wanted: readonly string[]): UserDelta => {
  const has = new Set(now.map((uuid) => uuid.toLowerCase()));
  const wants = new Set(wanted.map((uuid) => uuid.toLowerCase()));
  return {
    add: wanted.filter((uuid) => !has.has(uuid.toLowerCase())),
    remove: [...new Set(now)].filter((uuid) => !wants.has(uuid.toLowerCase())),
  };
};
