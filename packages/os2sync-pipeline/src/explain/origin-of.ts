import { systemsNamed } from '@os2bridge/mapping';
import { parseUuid, type MoItAccount, type MoItSystem, type Uuid } from '@os2bridge/model';
import type { FkUuidOrigin } from './explanation.ts';

/** Tells where an FK uuid of `mo` comes from: the account in a configured uuid system that holds it, the most preferred system first; else the MO uuid. */
export const originsOf = (
  mo: Uuid,
  accounts: readonly MoItAccount[],
  systems: readonly MoItSystem[],
  uuidSystems: readonly string[],
): ((fk: Uuid) => FkUuidOrigin | null) => {
  const ranked = systemsNamed(uuidSystems, systems);
  return (fk) => {
    const [account] = accounts
      .filter((one) => ranked.includes(one.system) && parseUuid(one.userKey) === fk)
      .toSorted((a, b) => ranked.indexOf(a.system) - ranked.indexOf(b.system));
    if (!account) return fk === mo ? { from: 'mo-uuid' } : null;
    return {
      from: 'it-account',
      account: account.uuid,
      system: systems.find((system) => system.uuid === account.system)?.name ?? account.system,
    };
  };
};
