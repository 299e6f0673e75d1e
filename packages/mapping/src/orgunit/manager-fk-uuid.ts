import type { MoItAccount, MoManager, Uuid } from '@os2bridge/model';
import { report, type Desk } from '../desk/desk.ts';
import { Undecidable } from '../desk/undecidable.ts';
import { accountGroups, type AccountGroup } from '../employee/account-groups.ts';

/**
 * The FK uuid of a unit's manager (sync-rules §1.2, §1.6): the first non-vacant manager in uuid order; null when every post is vacant.
 * @throws Undecidable when the account that should hold the uuid holds something else.
 */
export const managerFkUuid = (
  managers: readonly MoManager[],
  accounts: readonly MoItAccount[],
  live: ReadonlySet<Uuid> | null,
  desk: Desk,
): Uuid | null => {
  const filled = managers.flatMap(({ uuid, person }) => (person ? [{ uuid, person }] : [])).toSorted((a, b) => (a.uuid < b.uuid ? -1 : 1));
  const [first] = filled;
  if (!first) return null;
  if (filled.length > 1) report(desk, 'several-managers', { field: 'ManagerUuid' });
  return personFkUuid(first.person, accounts, live, desk);
};

/**
 * The uuid under which FK knows a person who may be several FK users: that of the user whose account is in the most preferred system,
 * users without engagement first (the order in which they are sent). Ambiguous accounts: the MO uuid, since that is what is sent then.
 */
const personFkUuid = (person: Uuid, accounts: readonly MoItAccount[], live: ReadonlySet<Uuid> | null, desk: Desk): Uuid => {
  const own = accounts.filter((account) => account.person === person);
  let best: AccountGroup | undefined;
  for (const group of accountGroups(person, own, live, desk)) {
    const sent = live === null || group.engagement === null || live.has(group.engagement);
    if (sent && group.uuidRank < (best?.uuidRank ?? Number.POSITIVE_INFINITY)) best = group;
  }
  if (!best) return person;
  if (!best.fk.ok) throw new Undecidable(best.fk.reason, best.fk.message);
  return best.fk.uuid;
};
