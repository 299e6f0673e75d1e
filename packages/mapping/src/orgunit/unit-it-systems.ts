import type { MoItAccount, Uuid } from '@os2bridge/model';
import { report, type Desk } from '../desk/desk.ts';

/** Uuids of the it systems the unit has accounts in, without those that only hold FK uuids; sorted, unique (sync-rules §1.2). */
export const unitItSystems = (accounts: readonly MoItAccount[], desk: Desk): readonly Uuid[] => {
  const systems = new Set<Uuid>();
  for (const { system } of accounts) {
    if (desk.context.itSystems.get(system)?.ended) report(desk, 'ended-it-system', { uuid: system });
    if (!desk.prepared.uuidSystems.has(system)) systems.add(system);
  }
  return [...systems].toSorted();
};
