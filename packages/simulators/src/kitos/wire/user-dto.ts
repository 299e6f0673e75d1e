import type { UserRow } from '../tables/kitos-tables.ts';
import { personName } from './person-name.ts';

export const userDto = (user: UserRow) => ({
  firstName: user.firstName,
  lastName: user.lastName,
  email: user.email,
  phoneNumber: user.phoneNumber,
  apiAccess: user.apiAccess,
  roles: ['User'],
  uuid: user.uuid,
  name: user.firstName === null && user.lastName === null ? null : personName(user),
});
