import type { Uuid } from '@os2bridge/model';
import { z } from 'zod';
import { anyCase } from './any-case.ts';
import { offsetWalk } from './offset-walk.ts';
import type { Paging } from './pages.ts';
import { text, uuid } from './wire-values.ts';

/** A user of the organisation. Kitos says nothing about when one changed, or whether one is still active. */
export interface KitosUser {
  readonly uuid: Uuid;
  /** As Kitos writes it, without blanks around; null when it has none. */
  readonly name: string | null;
  readonly email: string | null;
}

const row = anyCase({ uuid, name: text, firstName: text, lastName: text, email: text }).transform(
  ({ firstName, lastName, ...user }): KitosUser => ({
    uuid: user.uuid,
    name: user.name ?? ([firstName, lastName].filter((part) => part !== null).join(' ') || null),
    email: user.email,
  }),
);

const rows = z.array(row);

/** Every user with a role in the organisation; how many there are does not matter. One who leaves while it is read may hide another. */
export const readUsers = (paging: Paging, organisation: Uuid): AsyncIterable<readonly KitosUser[]> =>
  offsetWalk({ operation: 'users', path: `api/v2/organizations/${organisation}/users`, query: {}, rows }, paging);
