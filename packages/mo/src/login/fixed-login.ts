import type { Login, LoginHeaders } from './login.ts';

/** A login that never changes: MO's `session` header for development, or none at all. */
export const createFixedLogin = (headers: LoginHeaders): Login => ({
  headers: async (rejected) => (rejected === undefined ? headers : null),
});
