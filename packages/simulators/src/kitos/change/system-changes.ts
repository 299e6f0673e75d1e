import { homeOrganisation } from '../tables/home-organisation.ts';
import { KitosRefusal } from '../tables/kitos-refusal.ts';
import { rowOf } from '../tables/row-of.ts';
import type { KitosTables } from '../tables/kitos-tables.ts';
import type { Ticks } from '../time/ticks.ts';
import type { ChangeOf } from './kitos-change.ts';

type SystemChange = ChangeOf<'add-system' | 'rename-system' | 'deactivate-system'>;

export const touchSystem = ({ systems }: KitosTables, uuid: string, stamp: Ticks): void =>
  void systems.set(uuid, { ...rowOf(systems, uuid, 'system'), lastChanged: stamp });

export const changeSystem = (tables: KitosTables, change: SystemChange, stamp: Ticks): void => {
  const { systems, organisations } = tables;
  if (change.kind === 'add-system') {
    const { kind: _kind, at: _at, lastModified: _lastModified, ...seed } = change;
    if (systems.has(seed.uuid)) throw new KitosRefusal(`There is a system ${seed.uuid} already.`);
    const organisation = seed.organisation ?? homeOrganisation(organisations);
    return void systems.set(seed.uuid, { ...seed, id: tables.nextId(), organisation, lastChanged: stamp });
  }
  const system = rowOf(systems, change.system, 'system');
  if (change.kind === 'deactivate-system')
    return void systems.set(system.uuid, { ...system, deactivated: change.deactivated, lastChanged: stamp });
  return void systems.set(system.uuid, { ...system, name: change.name, formerName: system.name, lastChanged: stamp });
};
