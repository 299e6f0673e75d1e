import type { Decision, FkUser, Undecided, Uuid } from '@os2bridge/model';
import { resolveClaims } from '../claims/resolve-claims.ts';
import type { MappingContext } from '../context.ts';
import { openDesk, type Desk } from '../desk/desk.ts';
import { Undecidable } from '../desk/undecidable.ts';
import type { EmployeeFacts } from '../facts.ts';
import { textOf } from '../text/text-of.ts';
import { accountGroups, type AccountGroup } from './account-groups.ts';
import { cprOf } from './cpr.ts';
import { locationOf } from './location.ts';
import { personNameOf } from './person-name.ts';
import { positionsOf } from './positions.ts';
import { userAddresses } from './user-addresses.ts';
import { userIdOf } from './user-id.ts';

/**
 * The FK users of one person (sync-rules §1.3, §1.4), one decision per group, in the order of the groups. Bad data gives an `error`
 * decision, never an exception. Of groups that claim one FK uuid the first keeps it; between persons see `resolveClaims`.
 */
export const decideEmployee = (facts: EmployeeFacts, context: MappingContext): readonly Decision<FkUser>[] => {
  const desk = openDesk(context);
  const live = new Set(facts.engagements.map((engagement) => engagement.uuid));
  let groups: readonly AccountGroup[];
  try {
    groups = accountGroups(facts.person.uuid, facts.accounts, live, desk);
  } catch (error) {
    return [undecided(error, facts.person.uuid, null, desk)];
  }
  // Each group reports for itself, after what was noted of the person as a whole.
  return resolveClaims(groups.map((group) => decideGroup(group, facts, { ...desk, reports: [...desk.reports] })));
};

const decideGroup = (group: AccountGroup, facts: EmployeeFacts, desk: Desk): Decision<FkUser> => {
  try {
    return groupDecision(group, facts, desk);
  } catch (error) {
    return undecided(error, facts.person.uuid, group.fk.ok ? group.fk.uuid : null, desk);
  }
};

const undecided = (error: unknown, mo: Uuid, fk: Uuid | null, desk: Desk): Undecided => {
  if (!(error instanceof Undecidable)) throw error;
  return {
    kind: 'user',
    mo,
    verdict: 'error',
    reasons: [error.reason],
    reports: desk.reports,
    message: error.message,
    ...(fk ? { fk } : {}),
  };
};

const groupDecision = (group: AccountGroup, facts: EmployeeFacts, desk: Desk): Decision<FkUser> => {
  const { person } = facts;
  const { rules } = desk.context;
  if (!group.fk.ok) throw new Undecidable(group.fk.reason, group.fk.message);
  const fk = group.fk.uuid;
  const base = { kind: 'user', mo: person.uuid, fk, reports: desk.reports } as const;

  if (rules.requireUserKey && textOf(desk, group.userKey, 'UserId', person.uuid) === null) {
    return { ...base, verdict: 'ignore', reasons: ['no-user-key'] };
  }
  const own = (engagement: Uuid | null): boolean => group.engagement === null || engagement === group.engagement;
  const positions = positionsOf(
    facts.engagements.filter((engagement) => own(engagement.uuid)),
    desk,
  );
  if (positions.length === 0) return { ...base, verdict: 'ignore', reasons: ['no-position'] };

  const addresses = rules.groupByEngagement ? facts.addresses.filter((address) => own(address.engagement)) : facts.addresses;
  const location = locationOf(positions, facts.unitAddresses, desk);
  const payload: FkUser = {
    Uuid: fk,
    UserId: userIdOf(person, group.userKey, fk, desk),
    Person: { Name: personNameOf(person, desk), Cpr: cprOf(person, desk) },
    Positions: positions.map((source) => source.position),
    ...userAddresses(addresses, desk),
    Location: location.text,
  };
  return { ...base, verdict: 'upsert', reasons: ['has-position'], payload, keep: location.keep ? ['Location'] : [] };
};
