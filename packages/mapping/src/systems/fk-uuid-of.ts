import { parseUuid, type MoItAccount, type MoItSystem, type Uuid } from '@os2bridge/model';
import type { FkUuid } from '../unit-tree.ts';
import { decidingAccounts } from './deciding-accounts.ts';
import { accountInUnknownSystem, unknownSystemMessage } from './unknown-system.ts';

/**
 * The FK uuid of an object (sync-rules §1.6): the account in the most preferred uuid system, lower-cased; without one the MO uuid.
 * Several accounts in that one system are ambiguous unless they say the same. Only to be asked when uuid systems are configured.
 */
export const fkUuidOf = (
  mo: Uuid,
  accounts: readonly MoItAccount[],
  ranks: ReadonlyMap<Uuid, number>,
  systems: ReadonlyMap<Uuid, MoItSystem>,
): FkUuid => {
  const unknown = accountInUnknownSystem(accounts, systems);
  if (unknown) return { ok: false, reason: 'unknown-it-system', message: unknownSystemMessage(unknown) };

  const deciding = decidingAccounts(accounts, ranks);
  const values = new Set<Uuid>();
  for (const account of deciding) {
    const value = parseUuid(account.userKey);
    if (value === null) return { ok: false, reason: 'invalid-fk-uuid', message: invalidFkUuidMessage(mo, account) };
    values.add(value);
  }
  const [uuid = mo] = values;
  if (values.size > 1) {
    const named = deciding.map((account) => account.uuid).join(', ');
    return {
      ok: false,
      reason: 'ambiguous-fk-uuid',
      message: `${mo} has several FK uuids in one it system (it accounts ${named}). End all but one in OS2MO`,
    };
  }
  return { ok: true, uuid };
};

/** For people. The value itself is not shown: it may be somebody's user name. */
export const invalidFkUuidMessage = (mo: Uuid, account: MoItAccount): string =>
  `The it account ${account.uuid} of ${mo} should hold its FK uuid but holds no uuid. Correct or end the account in OS2MO`;
