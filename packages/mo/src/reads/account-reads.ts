import type { MoItAccount, Uuid } from '@os2bridge/model';
import { readAll } from '../graphql/read-all.ts';
import { readFor } from '../graphql/read-for.ts';
import { accountsByUserKeyQuery, allUnitAccountsQuery, personAccountsQuery, unitAccountsQuery } from '../queries/account-queries.ts';
import type { MoContext } from './mo-context.ts';

export interface AccountReads {
  unitAccounts(units: readonly Uuid[]): Promise<readonly MoItAccount[]>;
  allUnitAccounts(): Promise<readonly MoItAccount[]>;
  personAccounts(persons: readonly Uuid[]): Promise<readonly MoItAccount[]>;
  accountsByUserKey(values: readonly string[], systems: readonly Uuid[]): Promise<readonly MoItAccount[]>;
}

/** Reads of it accounts, as MoReader promises them. */
export const createAccountReads = (mo: MoContext): AccountReads => ({
  unitAccounts: async (units) => await readFor(mo.ask, unitAccountsQuery, units, mo.pageSize),
  allUnitAccounts: async () => (await readAll(mo.ask, allUnitAccountsQuery, { pageSize: mo.pageSize })).filter(({ unit }) => unit !== null),
  personAccounts: async (persons) => await readFor(mo.ask, personAccountsQuery, persons, mo.pageSize),
  accountsByUserKey: async (values, systems) => {
    if (systems.length === 0) return [];
    const keys = values.flatMap((value) => [value, value.toLowerCase(), value.toUpperCase()]);
    return await readFor(mo.ask, accountsByUserKeyQuery, keys, mo.pageSize, { systems });
  },
});
