import type { UserRow } from '../tables/kitos-tables.ts';

/** First and last name with a blank between them, also when there is no last name. */
export const personName = ({ firstName, lastName }: Pick<UserRow, 'firstName' | 'lastName'>): string =>
  `${firstName ?? ''} ${lastName ?? ''}`;
