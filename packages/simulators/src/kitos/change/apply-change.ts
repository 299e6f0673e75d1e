import { rowOf } from '../tables/row-of.ts';
import type { KitosTables } from '../tables/kitos-tables.ts';
import type { Ticks } from '../time/ticks.ts';
import { deleteSystem } from './delete-system.ts';
import type { ParsedChange } from './kitos-change.ts';
import { changeSystem } from './system-changes.ts';
import { changeUsage } from './usage-changes.ts';
import { changeUser } from './user-changes.ts';

/** Carries a change out, stamped with that time. Throws KitosRefusal and changes nothing when Kitos would not. */
export const applyChange = (tables: KitosTables, change: ParsedChange, stamp: Ticks): void => {
  switch (change.kind) {
    case 'add-system':
    case 'rename-system':
    case 'deactivate-system':
      return changeSystem(tables, change, stamp);
    case 'delete-system':
      return deleteSystem(tables, change, stamp);
    case 'add-usage':
    case 'edit-usage':
    case 'set-main-contract':
    case 'move-usage':
    case 'delete-usage':
    case 'assign-role':
    case 'remove-role':
      return changeUsage(tables, change, stamp);
    case 'add-user':
    case 'change-user':
    case 'remove-user':
    case 'delete-user':
    case 'strip-user':
      return changeUser(tables, change, stamp);
    case 'rename-role-type':
      return void tables.roleTypes.set(change.role, { ...rowOf(tables.roleTypes, change.role, 'role type'), name: change.name });
  }
};
