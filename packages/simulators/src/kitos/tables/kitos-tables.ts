import type { KitosDataset } from '../dataset/kitos-dataset.ts';
import type { Ticks } from '../time/ticks.ts';

/** The database's own number: the order of creation. */
interface Numbered {
  readonly id: number;
}

type Seed<Name extends 'organisations' | 'users' | 'roleTypes' | 'systems' | 'usages' | 'deletions'> = KitosDataset[Name][number];

export type OrganisationRow = Numbered & Seed<'organisations'>;
export type RoleTypeRow = Numbered & Omit<Seed<'roleTypes'>, 'organisations'> & { readonly organisations: readonly string[] | null };
export type UserRow = Numbered & Omit<Seed<'users'>, 'organisations'> & { readonly organisations: readonly string[] };
export type SystemRow = Numbered &
  Omit<Seed<'systems'>, 'organisation' | 'lastModified'> & { readonly organisation: string; readonly lastChanged: Ticks };
export type UsageRow = Numbered &
  Omit<Seed<'usages'>, 'organisation' | 'lastModified'> & { readonly organisation: string; readonly lastChanged: Ticks };
export type DeletionRow = Numbered & Omit<Seed<'deletions'>, 'occurredAt'> & { readonly occurredAt: Ticks };

/** Rows by uuid, in the order of their numbers. A row is replaced, never changed. */
export interface KitosTables {
  readonly organisations: Map<string, OrganisationRow>;
  readonly users: Map<string, UserRow>;
  readonly roleTypes: Map<string, RoleTypeRow>;
  readonly systems: Map<string, SystemRow>;
  readonly usages: Map<string, UsageRow>;
  readonly deletions: DeletionRow[];
  /** The number of the next row. */
  nextId(): number;
}
