import type { Bridge } from '@os2bridge/os2sync-pipeline';
import type { LedgerEntry } from '@os2bridge/reconcile';

/** Everything both ledgers of a bridge hold, in the order of FK uuids. */
export const rememberedBy = async ({ stores }: Bridge): Promise<readonly LedgerEntry[]> => {
  const all = new Map<string, LedgerEntry>();
  for (const { ledger } of [stores.orgunit, stores.user]) {
    for await (const entries of ledger.scan()) for (const entry of entries) all.set(entry.fk, entry);
  }
  return [...all.values()].toSorted((a, b) => (a.fk < b.fk ? -1 : 1));
};
