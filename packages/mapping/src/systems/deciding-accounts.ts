import type { MoItAccount, Uuid } from '@os2bridge/model';

/** Of these accounts those in the most preferred system that has any, in uuid order; empty when no system of the list has one. */
export const decidingAccounts = (accounts: readonly MoItAccount[], ranks: ReadonlyMap<Uuid, number>): readonly MoItAccount[] => {
  let best = Number.POSITIVE_INFINITY;
  let deciding: MoItAccount[] = [];
  for (const account of accounts) {
    const rank = ranks.get(account.system);
    if (rank === undefined || rank > best) continue;
    if (rank < best) deciding = [];
    best = rank;
    deciding.push(account);
  }
  return deciding.length > 1 ? deciding.toSorted((a, b) => (a.uuid < b.uuid ? -1 : 1)) : deciding;
};
