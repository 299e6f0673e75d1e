import { parseUuid, type MoItAccount, type Uuid } from '@os2bridge/model';
import { report, type Desk } from '../desk/desk.ts';
import { Undecidable } from '../desk/undecidable.ts';
import { decidingAccounts } from '../systems/deciding-accounts.ts';
import { invalidFkUuidMessage } from '../systems/fk-uuid-of.ts';
import { accountInUnknownSystem, unknownSystemMessage } from '../systems/unknown-system.ts';
import type { FkUuid } from '../unit-tree.ts';

/** One FK user of a person (sync-rules §1.3). `engagement` null = the group without engagement, which takes all of them. */
export interface AccountGroup {
  readonly engagement: Uuid | null;
  /** Its uuid account's value, else the MO uuid. */
  readonly fk: FkUuid;
  /** Place of the uuid account's system in `os2sync_uuid_from_it_systems`; Infinity = no uuid account. */
  readonly uuidRank: number;
  readonly userKey: string | null;
}

/**
 * The FK users a person has, by the accounts that count: one group per distinct engagement of theirs, none first, then by engagement uuid.
 * `live` = the person's engagements valid now or later; null = unknown, then every engagement counts as such.
 * Two uuid accounts of a group in one system are ambiguous: the person is then one plain FK user, and that is reported.
 */
export const accountGroups = (
  person: Uuid,
  accounts: readonly MoItAccount[],
  live: ReadonlySet<Uuid> | null,
  desk: Desk,
): readonly AccountGroup[] => {
  const { uuidSystems, userKeySystems } = desk.prepared;
  const { rules, itSystems } = desk.context;
  // An account in a system that nobody knows might be one that the settings name.
  const unknown = rules.uuidSystems.length + rules.userKeySystems.length > 0 ? accountInUnknownSystem(accounts, itSystems) : null;
  if (unknown) throw new Undecidable('unknown-it-system', unknownSystemMessage(unknown));

  const counting = accounts.filter((account) => uuidSystems.has(account.system) || userKeySystems.has(account.system));
  for (const { system } of counting) if (itSystems.get(system)?.ended) report(desk, 'ended-it-system', { uuid: system });
  const groups: AccountGroup[] = [];
  for (const [engagement, own] of byEngagement(counting, live)) {
    const uuidAccounts = decidingAccounts(own, uuidSystems);
    if (uuidAccounts.length > 1) {
      report(desk, 'ambiguous-accounts', { uuid: person });
      return [plainGroup(person)];
    }
    groups.push(groupOf(person, engagement, uuidAccounts[0], own, desk));
  }
  groups.sort((a, b) => ((a.engagement ?? '') < (b.engagement ?? '') ? -1 : 1));
  return groups.length > 0 ? groups : [plainGroup(person)];
};

const plainGroup = (person: Uuid): AccountGroup => ({
  engagement: null,
  fk: { ok: true, uuid: person },
  uuidRank: Number.POSITIVE_INFINITY,
  userKey: null,
});

const byEngagement = (accounts: readonly MoItAccount[], live: ReadonlySet<Uuid> | null): Map<Uuid | null, MoItAccount[]> => {
  // When every engagement that these accounts were tied to has ended, the accounts live on without one.
  const tied = live === null || accounts.some((account) => account.engagements.some((engagement) => live.has(engagement)));
  const groups = new Map<Uuid | null, MoItAccount[]>();
  for (const account of accounts) {
    const engagements: ReadonlySet<Uuid | null> = new Set(tied && account.engagements.length > 0 ? account.engagements : [null]);
    for (const engagement of engagements) {
      const group = groups.get(engagement);
      if (group) group.push(account);
      else groups.set(engagement, [account]);
    }
  }
  return groups;
};

const groupOf = (
  person: Uuid,
  engagement: Uuid | null,
  uuidAccount: MoItAccount | undefined,
  accounts: readonly MoItAccount[],
  desk: Desk,
): AccountGroup => {
  const { uuidSystems, userKeySystems } = desk.prepared;
  const userKey = userKeyOf(decidingAccounts(accounts, userKeySystems), desk);
  if (!uuidAccount) return { engagement, fk: { ok: true, uuid: person }, uuidRank: Number.POSITIVE_INFINITY, userKey };
  const uuid = parseUuid(uuidAccount.userKey);
  return {
    engagement,
    fk: uuid ? { ok: true, uuid } : { ok: false, reason: 'invalid-fk-uuid', message: invalidFkUuidMessage(person, uuidAccount) },
    uuidRank: uuidSystems.get(uuidAccount.system) ?? Number.POSITIVE_INFINITY,
    userKey,
  };
};

/** Of several accounts in the deciding system the first non-blank one in uuid order; OS2MO gives them in no order. */
const userKeyOf = (accounts: readonly MoItAccount[], desk: Desk): string | null => {
  const [first, second] = accounts.filter((account) => account.userKey.trim() !== '');
  if (first && second) report(desk, 'several-user-keys', { field: 'UserId', uuid: first.uuid });
  return first?.userKey ?? null;
};
