import type { MoItAccount, MoItSystem, Uuid } from '@os2bridge/model';

/** The first account in an it system that MO does not know in any time, so that nobody can tell whether the settings name it; else null. */
export const accountInUnknownSystem = (accounts: readonly MoItAccount[], systems: ReadonlyMap<Uuid, MoItSystem>): MoItAccount | null =>
  accounts.find((account) => !systems.has(account.system)) ?? null;

/** For people. */
export const unknownSystemMessage = (account: MoItAccount): string =>
  `OS2MO does not know the it system ${account.system} of the it account ${account.uuid}. Correct or end the account in OS2MO`;
