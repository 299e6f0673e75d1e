import { describe, expect, it } from 'vitest';
import { account, AD, codesOf, decideUnit, engagementId, FK_ORG, fkId, manager, payloadOf, personId, told } from './municipality.ts';

const ON = { rules: { syncManagers: true, uuidSystems: ['FK Organisation'] } };
const of = (n: number, value: string, over: Parameters<typeof account>[3] = {}) =>
  account(n, FK_ORG, value, { person: personId(1), ...over });

describe('the manager of a unit (sync-rules §1.2)', () => {
  it('is not in the payload without sync_managers', () => {
    expect(payloadOf(decideUnit({}, { managers: [manager(1, 1, personId(1))] }))).not.toHaveProperty('ManagerUuid');
  });

  it('is null without a post and with a vacant post', () => {
    expect(payloadOf(decideUnit(ON)).ManagerUuid).toBeNull();
    expect(payloadOf(decideUnit(ON, { managers: [manager(1, 1, null)] })).ManagerUuid).toBeNull();
  });

  it('is the first non-vacant one in uuid order, with a warning when there are more', () => {
    const decision = decideUnit(ON, { managers: [manager(3, 1, personId(3)), manager(1, 1, null), manager(2, 1, personId(2))] });
    expect(payloadOf(decision).ManagerUuid).toBe(personId(2));
    expect(codesOf(decision)).toEqual(['several-managers']);
    expect(codesOf(decideUnit(ON, { managers: [manager(1, 1, null), manager(2, 1, personId(2))] }))).toEqual([]);
  });

  it('goes by the FK uuid of the person, else by the MO uuid', () => {
    const managers = [manager(1, 1, personId(1))];
    const managerAccounts = [of(1, fkId(1).toUpperCase()), account(2, FK_ORG, fkId(2), { person: personId(2) })];
    expect(payloadOf(decideUnit(ON, { managers, managerAccounts })).ManagerUuid).toBe(fkId(1));
    expect(payloadOf(decideUnit({ rules: { syncManagers: true } }, { managers, managerAccounts })).ManagerUuid).toBe(personId(1));
  });

  it('who is several FK users goes by the first that has an FK uuid, none before engagements', () => {
    const managers = [manager(1, 1, personId(1))];
    const accounts = [
      of(1, fkId(1), { engagements: [engagementId(2)] }),
      of(2, fkId(2), { engagements: [engagementId(1)] }),
      account(3, AD, 'ab', { person: personId(1) }),
    ];
    expect(payloadOf(decideUnit(ON, { managers, managerAccounts: accounts })).ManagerUuid).toBe(fkId(2));
    expect(payloadOf(decideUnit(ON, { managers, managerAccounts: [...accounts, of(4, fkId(4))] })).ManagerUuid).toBe(fkId(4));
  });

  it('who has an account of an ended job goes by that of the present one, where the engagements are known', () => {
    const managers = [manager(1, 1, personId(1))];
    const managerAccounts = [of(1, fkId(1), { engagements: [engagementId(1)] }), of(2, fkId(2), { engagements: [engagementId(2)] })];
    expect(payloadOf(decideUnit(ON, { managers, managerAccounts, managerEngagements: [engagementId(2)] })).ManagerUuid).toBe(fkId(2));
  });

  it('whose accounts are ambiguous goes by the MO uuid, as the person is sent', () => {
    const decision = decideUnit(ON, { managers: [manager(1, 1, personId(1))], managerAccounts: [of(1, fkId(1)), of(2, fkId(2))] });
    expect(payloadOf(decision).ManagerUuid).toBe(personId(1));
    expect(codesOf(decision)).toEqual(['ambiguous-accounts']);
  });

  it('whose account holds no uuid fails the unit', () => {
    expect(told(decideUnit(ON, { managers: [manager(1, 1, personId(1))], managerAccounts: [of(1, 'oops')] }))).toBe(
      'error invalid-fk-uuid',
    );
  });
});
