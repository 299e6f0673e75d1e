import { homeOrganisation } from '../tables/home-organisation.ts';
import { KitosRefusal } from '../tables/kitos-refusal.ts';
import { rowOf } from '../tables/row-of.ts';
import type { KitosTables, UsageRow } from '../tables/kitos-tables.ts';
import type { Ticks } from '../time/ticks.ts';
import type { ChangeOf } from './kitos-change.ts';
import { touchSystem } from './system-changes.ts';

type UsageChange = ChangeOf<
  'add-usage' | 'edit-usage' | 'set-main-contract' | 'move-usage' | 'delete-usage' | 'assign-role' | 'remove-role'
>;

const isUsed = ({ usages }: KitosTables, system: string, organisation: string): boolean =>
  [...usages.values()].some((usage) => usage.system === system && usage.organisation === organisation);

const add = (tables: KitosTables, change: ChangeOf<'add-usage'>, stamp: Ticks): void => {
  const { kind: _kind, at: _at, lastModified: _lastModified, ...seed } = change;
  const organisation = seed.organisation ?? homeOrganisation(tables.organisations);
  if (rowOf(tables.systems, seed.system, 'system').deactivated) throw new KitosRefusal(`System ${seed.system} is deactivated.`);
  if (isUsed(tables, seed.system, organisation)) throw new KitosRefusal(`System ${seed.system} is in use by ${organisation} already.`);
  if (tables.usages.has(seed.uuid)) throw new KitosRefusal(`There is a usage ${seed.uuid} already.`);
  tables.usages.set(seed.uuid, { ...seed, id: tables.nextId(), organisation, lastChanged: stamp });
};

const move = (tables: KitosTables, usage: UsageRow, system: string, stamp: Ticks): void => {
  rowOf(tables.systems, system, 'system');
  if (isUsed(tables, system, usage.organisation)) throw new KitosRefusal(`System ${system} is in use by ${usage.organisation} already.`);
  touchSystem(tables, usage.system, stamp);
  touchSystem(tables, system, stamp);
  tables.usages.set(usage.uuid, { ...usage, system, lastChanged: stamp });
};

const assign = (tables: KitosTables, usage: UsageRow, { user, role }: ChangeOf<'assign-role'>, stamp: Ticks): void => {
  rowOf(tables.users, user, 'user');
  rowOf(tables.roleTypes, role, 'role type');
  if (usage.roles.some((held) => held.user === user && held.role === role)) throw new KitosRefusal(`User ${user} has that role already.`);
  tables.usages.set(usage.uuid, { ...usage, roles: [...usage.roles, { user, role }], lastChanged: stamp });
};

/** Leaves the event that the deletion feed shows. */
export const deleteUsage = (tables: KitosTables, { uuid, organisation }: UsageRow, stamp: Ticks): void => {
  tables.usages.delete(uuid);
  tables.deletions.push({ id: tables.nextId(), uuid, type: 'ItSystemUsage', occurredAt: stamp, organisation, public: false });
};

export const changeUsage = (tables: KitosTables, change: UsageChange, stamp: Ticks): void => {
  if (change.kind === 'add-usage') return add(tables, change, stamp);
  const usage = rowOf(tables.usages, change.usage, 'usage');
  switch (change.kind) {
    case 'edit-usage': {
      const { validFrom = usage.validFrom, validTo = usage.validTo, lifeCycleStatus = usage.lifeCycleStatus } = change;
      return void tables.usages.set(usage.uuid, { ...usage, validFrom, validTo, lifeCycleStatus, lastChanged: stamp });
    }
    case 'set-main-contract':
      return void tables.usages.set(usage.uuid, { ...usage, mainContractActive: change.active });
    case 'move-usage':
      return move(tables, usage, change.system, stamp);
    case 'delete-usage':
      return deleteUsage(tables, usage, stamp);
    case 'assign-role':
      return assign(tables, usage, change, stamp);
    case 'remove-role': {
      const roles = usage.roles.filter(({ user, role }) => user !== change.user || role !== change.role);
      if (roles.length === usage.roles.length) throw new KitosRefusal(`User ${change.user} does not have that role.`);
      return void tables.usages.set(usage.uuid, { ...usage, roles, lastChanged: stamp });
    }
  }
};
