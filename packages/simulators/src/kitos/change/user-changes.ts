import { homeOrganisation } from '../tables/home-organisation.ts';
import { KitosRefusal } from '../tables/kitos-refusal.ts';
import { rowOf } from '../tables/row-of.ts';
import type { KitosTables, UserRow } from '../tables/kitos-tables.ts';
import type { Ticks } from '../time/ticks.ts';
import type { ChangeOf } from './kitos-change.ts';

type UserChange = ChangeOf<'add-user' | 'change-user' | 'remove-user' | 'delete-user' | 'strip-user'>;

/** Takes every role that the user has in these organisations; a usage that loses one is a changed usage. */
const takeRoles = ({ usages }: KitosTables, user: string, organisations: readonly string[], stamp: Ticks): void => {
  for (const usage of usages.values()) {
    const roles = usage.roles.filter((held) => held.user !== user);
    if (organisations.includes(usage.organisation) && roles.length < usage.roles.length)
      usages.set(usage.uuid, { ...usage, roles, lastChanged: stamp });
  }
};

const anonymous = (user: UserRow): UserRow => ({
  ...user,
  firstName: 'Slettet bruger',
  lastName: null,
  email: `${user.uuid}_deleted_user@kitos.dk`,
  phoneNumber: null,
  organisations: [],
});

const leave = (tables: KitosTables, user: UserRow, left: readonly string[], stamp: Ticks): void => {
  takeRoles(tables, user.uuid, left, stamp);
  const organisations = user.organisations.filter((uuid) => !left.includes(uuid));
  tables.users.set(user.uuid, organisations.length === 0 ? anonymous(user) : { ...user, organisations });
};

export const changeUser = (tables: KitosTables, change: UserChange, stamp: Ticks): void => {
  const { users } = tables;
  const home = homeOrganisation(tables.organisations);
  if (change.kind === 'add-user') {
    const { kind: _kind, at: _at, ...seed } = change;
    if (users.has(seed.uuid)) throw new KitosRefusal(`There is a user ${seed.uuid} already.`);
    return void users.set(seed.uuid, { ...seed, id: tables.nextId(), organisations: seed.organisations ?? [home] });
  }
  const user = rowOf(users, change.user, 'user');
  switch (change.kind) {
    case 'change-user': {
      const { firstName = user.firstName, lastName = user.lastName, email = user.email } = change;
      return void users.set(user.uuid, { ...user, firstName, lastName, email });
    }
    case 'remove-user':
      return leave(tables, user, [change.organisation ?? home], stamp);
    case 'delete-user':
      return leave(tables, user, [...tables.organisations.keys()], stamp);
    case 'strip-user': {
      const left = change.organisation ?? home;
      return void users.set(user.uuid, { ...user, organisations: user.organisations.filter((uuid) => uuid !== left) });
    }
  }
};
