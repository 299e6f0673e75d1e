import { describe, expect, it } from 'vitest';
import {
  account,
  AD,
  ADA,
  AD_GUID,
  CASES,
  codesOf,
  decidePerson,
  engagement,
  engagementId,
  FK_ORG,
  fkId,
  klass,
  SCHOOL_AD,
  told,
  type PersonThings,
} from './municipality.ts';

const TEACHER = klass(1, { name: 'Lærer' });
const TEMP = klass(2, { name: 'Vikar' });
const world = {
  classes: [TEACHER, TEMP],
  rules: { uuidSystems: ['FK Organisation', 'AD objekt-id'], userKeySystems: ['Active Directory', 'Skole-AD'] },
};
const E1 = engagement(1, { jobFunction: TEACHER.uuid });
const E2 = engagement(2, { jobFunction: TEMP.uuid });
const own = (n: number, system: typeof AD, value: string, ...engagements: number[]) =>
  account(n, system, value, { person: ADA, engagements: engagements.map(engagementId) });

/** Each FK user in short: uuid, user id, jobs. */
const users = (things: PersonThings, input: typeof world | object = world) =>
  decidePerson({ ...world, ...input }, { engagements: [E1, E2], ...things }).map((decision) =>
    decision.verdict === 'upsert'
      ? [decision.fk, decision.payload.UserId, decision.payload.Positions.map((position) => position.Name).join('+')]
      : [decision.fk, told(decision)],
  );

describe('which FK users a person has (sync-rules §1.3)', () => {
  it('one, under the MO uuid, without accounts and with accounts that do not count', () => {
    expect(users({})).toEqual([[ADA, ADA, 'Lærer+Vikar']]);
    expect(users({ accounts: [own(1, CASES, 'sag7', 1)] })).toEqual([[ADA, ADA, 'Lærer+Vikar']]);
  });

  it('one, with all engagements, when the accounts have none', () => {
    expect(users({ accounts: [own(1, FK_ORG, fkId(1)), own(2, AD, 'aabæk')] })).toEqual([[fkId(1), 'aabæk', 'Lærer+Vikar']]);
  });

  it('one per engagement of the accounts, each with that engagement only', () => {
    const accounts = [own(1, FK_ORG, fkId(1), 1), own(2, AD, 'aa1', 1), own(3, FK_ORG, fkId(2), 2), own(4, AD, 'aa2', 2)];
    expect(users({ accounts })).toEqual([
      [fkId(1), 'aa1', 'Lærer'],
      [fkId(2), 'aa2', 'Vikar'],
    ]);
  });

  it('none first, then by engagement uuid, whatever the order the accounts come in', () => {
    const accounts = [own(1, FK_ORG, fkId(2), 2), own(2, FK_ORG, fkId(3)), own(3, FK_ORG, fkId(1), 1)];
    const expected = [
      [fkId(3), fkId(3), 'Lærer+Vikar'],
      [fkId(1), fkId(1), 'Lærer'],
      [fkId(2), fkId(2), 'Vikar'],
    ];
    expect(users({ accounts })).toEqual(expected);
    expect(users({ accounts: accounts.toReversed() })).toEqual(expected);
  });

  it('an account with two engagements belongs to both', () => {
    expect(users({ accounts: [own(1, FK_ORG, fkId(1), 1), own(2, FK_ORG, fkId(2), 2), own(3, AD, 'aa', 1, 2)] })).toEqual([
      [fkId(1), 'aa', 'Lærer'],
      [fkId(2), 'aa', 'Vikar'],
    ]);
  });

  it('only the engagements of accounts open a user: the others are not sent', () => {
    expect(users({ accounts: [own(1, AD, 'aabæk', 1)] })).toEqual([[ADA, 'aabæk', 'Lærer']]);
  });

  it('accounts whose engagements have all ended count as accounts without one', () => {
    expect(users({ accounts: [own(1, FK_ORG, fkId(1), 8), own(2, AD, 'aabæk', 9)] })).toEqual([[fkId(1), 'aabæk', 'Lærer+Vikar']]);
  });

  it('an account of an ended engagement is a user without position while another is tied to a live one', () => {
    expect(users({ accounts: [own(1, FK_ORG, fkId(1), 8), own(2, FK_ORG, fkId(2), 2)] })).toEqual([
      [fkId(2), fkId(2), 'Vikar'],
      [fkId(1), 'ignore no-position'],
    ]);
  });

  it('the FK uuid is that of the earliest listed system', () => {
    const accounts = [own(1, AD_GUID, fkId(2)), own(2, FK_ORG, fkId(1))];
    expect(users({ accounts })).toEqual([[fkId(1), fkId(1), 'Lærer+Vikar']]);
    expect(users({ accounts }, { rules: { ...world.rules, uuidSystems: ['AD objekt-id', 'FK Organisation'] } })).toEqual([
      [fkId(2), fkId(2), 'Lærer+Vikar'],
    ]);
    expect(users({ accounts: [own(1, AD_GUID, fkId(2))] })).toEqual([[fkId(2), fkId(2), 'Lærer+Vikar']]);
  });

  it('two uuid accounts in one system on one engagement are ambiguous: one plain user for the person, with a warning', () => {
    const accounts = [own(1, FK_ORG, fkId(1), 1), own(2, FK_ORG, fkId(2), 1), own(3, AD, 'aabæk', 1), own(4, FK_ORG, fkId(4), 2)];
    expect(users({ accounts })).toEqual([[ADA, ADA, 'Lærer+Vikar']]);
    expect(decidePerson(world, { accounts }).flatMap(codesOf)).toContain('ambiguous-accounts');
  });

  it('two accounts in a system that does not decide are not ambiguous', () => {
    expect(users({ accounts: [own(1, FK_ORG, fkId(1)), own(2, AD_GUID, fkId(2)), own(3, AD_GUID, fkId(3))] })).toEqual([
      [fkId(1), fkId(1), 'Lærer+Vikar'],
    ]);
  });

  it('the user key is that of the earliest listed user-key system', () => {
    const accounts = [own(1, SCHOOL_AD, 'skole7'), own(2, AD, 'aabæk')];
    expect(users({ accounts })).toEqual([[ADA, 'aabæk', 'Lærer+Vikar']]);
    expect(users({ accounts: accounts.slice(0, 1) })).toEqual([[ADA, 'skole7', 'Lærer+Vikar']]);
    expect(users({ accounts }, { rules: { ...world.rules, userKeySystems: [] } })).toEqual([[ADA, ADA, 'Lærer+Vikar']]);
  });

  it('of two user keys in one system the first in uuid order counts, with a warning', () => {
    const accounts = [own(2, AD, 'anden'), own(1, AD, 'første')];
    expect(users({ accounts })).toEqual([[ADA, 'første', 'Lærer+Vikar']]);
    expect(decidePerson(world, { accounts }).flatMap(codesOf)).toContain('several-user-keys');
  });

  it('a bad uuid fails its own user only', () => {
    expect(users({ accounts: [own(1, FK_ORG, 'oops', 1), own(2, FK_ORG, fkId(2), 2)] })).toEqual([
      [undefined, 'error invalid-fk-uuid'],
      [fkId(2), fkId(2), 'Vikar'],
    ]);
  });

  it('an account in an it system that MO does not know fails the person: it might be a listed one', () => {
    expect(users({ accounts: [own(1, { ...AD, uuid: fkId(77) }, 'x')] })).toEqual([[undefined, 'error unknown-it-system']]);
  });
});
